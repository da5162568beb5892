/** Who says a quotation of a Chinese or Japanese text, in offsets of the text. */
export interface HanAttribution {
  readonly speaker: { readonly start: number; readonly end: number } | null;
  readonly cue: { readonly start: number; readonly end: number };
}

const saying =
  '(?:说道|说|表示|称|指出|强调|认为|写道|介绍|透露|回应|坦言|补充|呼吁|宣布|告诉[^，。：:“「]{1,10}|說道|說|稱|強調|認為|寫道|問道|问)';
const beforeChinese = new RegExp(
  `([^，。；：:！？、“”「」『』\\s]{1,18})(${saying})[：:，,]?$`,
  'u',
);
const behindChinese = new RegExp(`^[，,]?([^，。；：！？、“”「」\\s]{1,16}?)(${saying})`, 'u');
const beforeJapanese = /([^、。「」『』\s]{1,20})(?:は|が|も)[^。「」『』]{0,20}$/u;
const behindJapanese =
  /^(?:など)?(?:と|とも)(?:語|話|述べ|言|説明|強調|コメント|訴え|指摘|答え|書|呼びかけ|振り返)[^。、「」]{0,6}/u;

/** Looks at 40 signs before the quotation [start, end) of a block that begins at `from`, and 40 behind it. */
export function hanAttribution(
  text: string,
  from: number,
  start: number,
  end: number,
): HanAttribution | null {
  const lead = text.slice(Math.max(from, start - 40), start);
  const rest = text.slice(end, end + 40);
  const leadStart = start - lead.length;
  const japanese = behindJapanese.exec(rest);
  if (japanese !== null) {
    const subject = beforeJapanese.exec(lead);
    const name = subject?.[1];
    const at = leadStart + (subject?.index ?? 0);
    return {
      speaker: name === undefined ? null : { start: at, end: at + name.length },
      cue: { start: end, end: end + japanese[0].length },
    };
  }
  const before = beforeChinese.exec(lead);
  if (before?.[1] !== undefined && before[2] !== undefined) {
    const at = leadStart + before.index;
    const nameEnd = at + before[1].length;
    return {
      speaker: { start: at, end: nameEnd },
      cue: { start: nameEnd, end: nameEnd + before[2].length },
    };
  }
  const behind = behindChinese.exec(rest);
  if (behind?.[1] === undefined || behind[2] === undefined) return null;
  const at = end + behind[0].length - behind[2].length - behind[1].length;
  return {
    speaker: { start: at, end: at + behind[1].length },
    cue: { start: at + behind[1].length, end: end + behind[0].length },
  };
}
