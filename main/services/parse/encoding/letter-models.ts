/**
 * The letters of a language beyond ASCII, commonest first, and how much of a text they are. Orders are those of common
 * knowledge about each language; they only have to tell codings apart, in which the same bytes are other letters.
 */
export interface LetterModel {
  readonly letters: string;
  /** 0 to 1. */
  readonly share: number;
}

const latin = (letters: string): LetterModel => ({ letters, share: 0.05 });
const whole = (letters: string): LetterModel => ({ letters, share: 0.8 });

export const western: readonly LetterModel[] = [
  latin('éèàêçôùâîûïëœ'),
  latin('äüößé'),
  latin('óáíéñúü'),
  latin('ãçáéóíõêâúàô'),
  latin('èàòùìéï'),
  latin('åäöøæéü'),
  latin('éëïöüèáó'),
  latin('íáðéóþúæýö'),
  latin('éçàèóíòúï·'),
];

export const centralEuropean: readonly LetterModel[] = [
  latin('łąężóśćńź'),
  latin('áíěéčřžýšůúťňóď'),
  latin('áíčéžýšúľťôäňóďŕĺ'),
  latin('áéöőüóíúű'),
  latin('ăâîșțşţ'),
  latin('čžšćđ'),
  latin('äüößé'),
];

export const turkish: readonly LetterModel[] = [latin('ışüğçöİâîû')];

export const baltic: readonly LetterModel[] = [
  latin('ėšįųžūčąę'),
  latin('āēīšūļņžķčģ'),
  latin('äõüöšž'),
];

export const cyrillic: readonly LetterModel[] = [
  whole('оеаинтсрвлкмдпуяыьгзбчйхжшюцщэфъё'),
  whole('оанивертскілудпмяьзгбчйхїжєюцшщфґ'),
  whole('аиоентрсвлкпдмзъугбчйщяхжцшьюф'),
  whole('аоиенрсјтувкдмпљзгбчшцњхћжђџф'),
];

export const greek: readonly LetterModel[] = [whole('ατοιενσρπηκςμλυδόίγάέήθχωώβφύξζψϊΐϋΰ')];

export const hebrew: readonly LetterModel[] = [whole('יוהלארתבשמדנחעפקםטזגסצןכךףץ')];

export const arabic: readonly LetterModel[] = [
  whole('اليمونرتبدعسفهكجحقشصطخةأإءىئآضزثذظغؤ'),
  whole('ایرندهمتوبسشلکزفگعخقجحپصطآچضژغذثظئء'),
];

export const thai: readonly LetterModel[] = [whole('านร่กเงอมย้ลวดัทสต็ะปคบีแไหิขใพจืชโุูถผซภ์ศธฟณษญ')];

const han =
  '的一是不了在人有我他中上大和地到以要就出可也你生能而子那得下自之年作用道行所然家事成方多去法如都同面起看定天分好小部其些主理心她本前但因只想日者意力它把十民第公此已工使情明性知全三又正外高由很最重物手向文政美相被利什二等或新己制身果加西斯月合回特代内信表化老世位次度任常先海通教原提立及比解水名真走各入口平活更女四神何安少才反受目太量再感建做接必件管期市直德命山金指克許至形社便空治展科司五基眼非白界光放即像且思王象完式色路南品住告求程北死交取拉格望共今切院候';

export const simplifiedChinese: readonly LetterModel[] = [
  whole(
    `${han}这个们来为国说时会对过发后里种现当没动还进样开从实军无与长机关点业将两间问并应战头体见产话给门儿东声员论处义几认条系气题尔别打变总电数报结务场计资统区保队决马书则听却达强难权设记类据边张该规万觉术领确传师观清让识带导争运俄习习近战`,
  ),
];

export const traditionalChinese: readonly LetterModel[] = [
  whole(
    `${han}這個們來為國說時會對過發後裡種經麼學現當沒動還進樣開從實軍無與長機關點業將兩間問並應戰頭體見產話給門兒東聲員論處義幾認條系氣題爾別打變總電數報結務場計資統區保隊決馬書則聽卻達強難權設記類據邊張該規萬覺術領確傳師觀清讓識帶導爭運`,
  ),
];

export const japanese: readonly LetterModel[] = [
  whole(
    `のにはをたがでてとしいるなかもこれさらりすくあまけせつめうえよどみだわきそろちじやへひおぶべばげぎぐずごびほむふねぬゆざぜぞぢづぱぴぷぺぽゃゅょっンスルトリアイラドクッフジレタシカロマプメコテバムサキデオウエニナハビベボグゲガギツチィェァォュョャパピペポゼソダブズミモヤユヨノネヒホワ日年大国人会中本月長出時行見生分後前上方者政党首相大統領話発表全部力米東京氏市場新聞問題関係電同社間自動車学事業地世界経済対立協力`,
  ),
];

export const korean: readonly LetterModel[] = [
  whole(
    '이다는의에을가고지하도로은한를기사인과서해자나리어대일시있그부수장정아원제전주국만조보게라들으면상스거용니것안성여적구우위중회연선미경양할공동세했년월화관통방문행행비소개간민까며체법결러합무님권산당업교신유내진마데모계후난습최근',
  ),
];
