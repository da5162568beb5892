import { claimTree } from '../../claim/claim-tree.ts';
import { linkStart } from '../../link/link-ends.ts';
import type { ClaimId, TagId } from '../../record/ids.ts';
import type { LinkRecord } from '../../record/records.ts';
import type { ExportContext } from '../exchange-format.ts';
import { freeName } from '../free-name.ts';
import { escapeMarkdown, joinLines } from './markdown-text.ts';
import { noteName, tagWords } from './vault-names.ts';
import type { VaultPlaces } from './vault-places.ts';

/** What the notes of a vault share: how tags are written, where passages are, how links read. */
export class VaultParts {
  readonly places: VaultPlaces;
  readonly tags: ReadonlyMap<TagId, string>;
  readonly #context: ExportContext;
  readonly #claims = new Map<ClaimId, string>();

  constructor(context: ExportContext, places: VaultPlaces) {
    this.#context = context;
    this.places = places;
    this.tags = tagWords(context.records);
    const taken = new Set<string>();
    for (const { id, number, wording } of claimTree(context.records.list('claim')).inOrder) {
      this.#claims.set(id, freeName(noteName(`C${number}`, wording), taken));
    }
  }

  /** The name of a claim's note, without folder and ending. */
  claimNote(id: ClaimId): string {
    return this.#claims.get(id) ?? id;
  }

  /** Tags as the vault writes them, without `#`. */
  tagsOf(ids: readonly TagId[]): readonly string[] {
    return ids.map((id) => this.tags.get(id)).filter((word) => word !== undefined);
  }

  /** A link, as an item below what it starts at. Nothing if its end does not go. */
  *linkItem(link: LinkRecord, from: string | null): Generator<string> {
    const { records, report } = this.#context;
    const type = records.get('linkType', link.typeId);
    const target =
      link.to.kind === 'claim' ? this.claimLink(link.to.id) : this.places.link(link.to.id, from);
    if (type === null || target === null) return;
    const ends = `${link.id} ${linkStart(link).kind} ${link.from} ${link.to.kind} ${link.to.id}`;
    const kind = type.symmetric ? '↔' : '→';
    const said = link.note ? ` “${joinLines(link.note)}”` : '';
    report.carry('link');
    yield `    - ${kind} ${escapeMarkdown(type.name)} ${target}${said} %%${ends}%%\n`;
  }

  claimLink(id: ClaimId): string | null {
    const claim = this.#context.records.get('claim', id);
    return claim === null ? null : `[[${this.claimNote(id)}|C${claim.number}]]`;
  }
}
