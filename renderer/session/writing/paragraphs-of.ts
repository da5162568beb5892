import { passageParagraphs } from '../../../app/brief/print/passage-paragraphs.ts';
import type { AnnotationRecord, ArticleRecord, Passage } from '../../../app/record/records.ts';
import type { Session } from '../session.ts';

interface Known {
  readonly title: string;
  readonly paragraphs: string | null;
}

/** In which paragraphs of their articles passages stand (rule C10), each looked up once. */
export class ParagraphsOf {
  readonly #session: Session;
  readonly #known = new WeakMap<Passage, Known>();

  constructor(session: Session) {
    this.#session = session;
  }

  /** `4`, or `4-5`; `null`: in the title, or the text can not be read. Cost: a look-up, or reading the text. */
  async of({ passage }: AnnotationRecord, article: ArticleRecord): Promise<string | null> {
    const { title } = article.detected;
    const known = this.#known.get(passage);
    if (known?.title === title) return known.paragraphs;
    const { records, texts } = this.#session.store;
    const revision = records.get('revision', passage.revisionId);
    if (revision === null) return null;
    try {
      const { text } = await texts.read(revision.hash);
      const paragraphs = passageParagraphs(text, passage.start, passage.end, title);
      this.#known.set(passage, { title, paragraphs });
      return paragraphs;
    } catch {
      // The check and the export say of each quotation that its text can't be read.
      return null;
    }
  }
}
