import type { AnnotationId, ArticleId, ClaimId } from '../../record/ids.ts';
import type { ClaimRecord, MetadataField, Stance } from '../../record/records.ts';

// Templates are files that analysts write: names are theirs to read, so they have the underscores of the language.

/** A passage in a template. `{% cite p %}` and `{% quote p %}` take it. */
export interface TemplatePassage {
  readonly kind: 'passage';
  readonly id: AnnotationId;
  /** `3:10`. */
  readonly label: string;
  readonly quote: string;
  readonly article: TemplateArticle;
  readonly outlet: string;
  readonly published: string | null;
  readonly tags: readonly string[];
}

/** An article in a template. `{% article a %}` takes it. */
export interface TemplateArticle {
  readonly kind: 'article';
  readonly id: ArticleId;
  readonly number: number;
  readonly title: string;
  /** The title where the outlet is not known. */
  readonly outlet: string;
  readonly has_outlet: boolean;
  readonly byline: string | null;
  readonly published: string | null;
  readonly url: string | null;
  readonly language: string | null;
  /** What of the above is a guess that nobody has confirmed: never to be written without saying so. */
  readonly guessed: readonly MetadataField[];
  /** SHA-256 of its present text. */
  readonly revision: string;
  readonly words: number;
  readonly passages: TemplatePassage[];
  /** Those that are evidence for none of the chosen claims. */
  readonly unfiled: TemplatePassage[];
  readonly says: TemplateSaying[];
  readonly silent_on: TemplateClaim[];
}

/** What a passage does to a claim. */
export interface TemplateSaying {
  readonly stance: Stance;
  readonly claim: TemplateClaim;
  readonly passage: TemplatePassage;
}

/** A claim in a template. `{% claim c %}` takes it. */
export interface TemplateClaim {
  readonly kind: 'claim';
  readonly id: ClaimId;
  /** `C4`. */
  readonly label: string;
  readonly wording: string;
  readonly speaker: string | null;
  readonly said_on: string | null;
  readonly said_until: string | null;
  readonly place: string | null;
  readonly status: ClaimRecord['status'];
  readonly importance: number | null;
  readonly confidence: number | null;
  readonly tags: readonly string[];
  /** How many independent sources assert or report it, and one name for each. */
  readonly sources: number;
  readonly source_names: readonly string[];
  /** One article for each source, those that were chosen. */
  readonly source_articles: readonly TemplateArticle[];
  readonly evidence: TemplateSaying[];
  readonly asserting: TemplateSaying[];
  readonly denying: TemplateSaying[];
  /** What reports, qualifies or questions. */
  readonly other: TemplateSaying[];
  /** What asserts or reports. */
  readonly supporting: TemplateSaying[];
  /** What qualifies or questions. */
  readonly doubting: TemplateSaying[];
  /** The first of each side: up to three that support, three that deny, two that qualify or question. */
  readonly told: TemplateSaying[];
  /** How much of the evidence is not among these. */
  untold: number;
  /** Articles with a passage that denies it, each once. */
  readonly denying_articles: TemplateArticle[];
  /** Articles that the analyst found silent on it. */
  readonly silent: TemplateArticle[];
}

/** Something that is said to have been on a day. */
export interface TemplateDate {
  /** ISO 8601 of the precision that is stated. */
  readonly day: string;
  readonly claims: TemplateClaim[];
  readonly passages: TemplatePassage[];
}

/** A link between two passages that says that they contradict each other, or repeat, and so on. */
export interface TemplateLink {
  readonly name: string;
  readonly from: TemplatePassage;
  readonly to: TemplatePassage;
  readonly note: string | null;
}

/** The articles of an outlet. */
export interface TemplateOutlet {
  readonly name: string;
  readonly articles: readonly TemplateArticle[];
}

/** All that a template can name. */
export interface TemplateData {
  readonly title: string;
  readonly claims: readonly TemplateClaim[];
  readonly passages: readonly TemplatePassage[];
  readonly articles: readonly TemplateArticle[];
  /** By name; an article whose outlet is not known stands for itself, by its title. */
  readonly outlets: readonly TemplateOutlet[];
  /** Those that are outlets. */
  readonly known_outlets: readonly TemplateOutlet[];
  /** Passages that are evidence for none of the chosen claims. */
  readonly unfiled: readonly TemplatePassage[];
  /** Claims that are held for disputed or refuted, or that a passage denies. Each claim with evidence is in one of three lists. */
  readonly contested: readonly TemplateClaim[];
  /** Of the others with evidence those that are held for corroborated, and those that are open. */
  readonly corroborated: readonly TemplateClaim[];
  readonly open: readonly TemplateClaim[];
  /** Claims without any evidence among what was chosen. */
  readonly bare: readonly TemplateClaim[];
  readonly contradictions: readonly TemplateLink[];
  /** Days that claims were said on and that passages state, the earliest first. */
  readonly dates: readonly TemplateDate[];
  /** Passages that name a time, but none that is known without the date of their article, which is not known or guessed. */
  readonly undated: readonly TemplatePassage[];
  readonly tags: readonly {
    readonly name: string;
    readonly passages: readonly TemplatePassage[];
  }[];
}
