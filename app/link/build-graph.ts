import { annotationLabel } from '../annotation/annotation-label.ts';
import { effectiveMetadata } from '../article/article-metadata.ts';
import { isTrashed } from '../article/article-state.ts';
import { publishedMoment } from '../article/published-date.ts';
import type { AnnotationId, ArticleId, ClaimId } from '../record/ids.ts';
import type { RecordSource } from '../record/record-source.ts';
import type { AnnotationRecord, LinkEnd, LinkTypeRecord } from '../record/records.ts';
import {
  type Graph,
  type GraphEdge,
  type GraphNode,
  type GraphRelation,
  makeGraph,
} from './graph.ts';
import { linkStart } from './link-ends.ts';

/** What of a project the graph is made of. */
export interface GraphContent {
  /** Whether annotations are points; if not, what hangs on them hangs on their articles (rule L12). */
  readonly passages: boolean;
  /** Whether articles are points, each joined with its passages. */
  readonly articles: boolean;
  readonly claims: boolean;
  /** Whether evidence is drawn beside links. */
  readonly evidence: boolean;
  /** Ids of link types that are left out. */
  readonly hiddenTypes: readonly string[];
  /** The tag filter; `null`: none. */
  readonly accepts: ((annotation: AnnotationRecord) => boolean) | null;
}

/**
 * The graph of a project's links and evidence (rules L11 and L12). What takes part in nothing that is drawn is no point of
 * it. Cost: links and evidence.
 */
export function buildGraph(source: RecordSource, content: GraphContent): Graph {
  return new GraphBuilder(source, content).build();
}

class GraphBuilder {
  readonly #source: RecordSource;
  readonly #content: GraphContent;
  readonly #nodes: GraphNode[] = [];
  /** Place by id; `null`: looked at, and no point. */
  readonly #places = new Map<string, number | null>();
  readonly #edges = new Map<string, GraphEdge>();
  readonly #relations = new Map<string, GraphRelation>();

  constructor(source: RecordSource, content: GraphContent) {
    this.#source = source;
    this.#content = content;
  }

  build(): Graph {
    const source = this.#source;
    const hidden = new Set(this.#content.hiddenTypes);
    for (const link of source.list('link')) {
      if (hidden.has(link.typeId)) continue;
      const from = this.#end(linkStart(link));
      const to = from === null ? null : this.#end(link.to);
      if (from === null || to === null) continue;
      this.#join(from, to, this.#linkRelation(source.get('linkType', link.typeId), link.typeId));
    }
    if (this.#content.evidence && this.#content.claims) {
      for (const { annotationId, claimId, stance } of source.list('evidence')) {
        const from = this.#annotation(annotationId);
        const to = from === null ? null : this.#claim(claimId);
        if (from === null || to === null) continue;
        this.#join(from, to, { kind: 'evidence', key: stance });
      }
    }
    if (this.#content.passages && this.#content.articles) this.#joinParts();
    const joined = new Set([...this.#edges.values()].flatMap(({ from, to }) => [from, to]));
    if (joined.size === this.#nodes.length)
      return makeGraph(this.#nodes, [...this.#edges.values()]);
    const moved = new Map([...joined].sort((a, b) => a - b).map((place, index) => [place, index]));
    return makeGraph(
      this.#nodes.filter((_, place) => joined.has(place)),
      [...this.#edges.values()].map((edge) => ({
        ...edge,
        from: moved.get(edge.from) ?? 0,
        to: moved.get(edge.to) ?? 0,
      })),
    );
  }

  #linkRelation(type: LinkTypeRecord | null, key: string): GraphRelation {
    const known = this.#relations.get(key);
    if (known !== undefined) return known;
    const relation: GraphRelation = {
      kind: 'link',
      key,
      name: type?.name ?? 'is linked with',
      inverseName: type?.inverseName ?? 'is linked with',
      symmetric: type?.symmetric ?? true,
      color: type?.color ?? null,
      line: type?.line ?? 'solid',
    };
    this.#relations.set(key, relation);
    return relation;
  }

  #join(one: number, other: number, relation: GraphRelation): void {
    if (one === other) return;
    const turned = relation.kind === 'link' && relation.symmetric && one > other;
    const [from, to] = turned ? [other, one] : [one, other];
    const key = `${relation.key} ${from} ${to}`;
    const known = this.#edges.get(key);
    this.#edges.set(key, { relation, from, to, count: (known?.count ?? 0) + 1 });
  }

  #joinParts(): void {
    const relation = { kind: 'part', key: 'part' } as const;
    // An annotation may have been made a point for a line whose other end is gone.
    const joined = new Set([...this.#edges.values()].flatMap(({ from, to }) => [from, to]));
    for (const place of joined) {
      const node = this.#nodes[place];
      if (node?.kind !== 'annotation' || node.articleId === null) continue;
      const article = this.#article(node.articleId);
      if (article !== null) this.#join(place, article, relation);
    }
  }

  #end(end: LinkEnd): number | null {
    return end.kind === 'claim' ? this.#claim(end.id) : this.#annotation(end.id);
  }

  #annotation(id: AnnotationId): number | null {
    return this.#once(id, () => {
      const source = this.#source;
      const { passages, articles, accepts } = this.#content;
      const annotation = source.get('annotation', id);
      if (annotation === null || accepts?.(annotation) === false) return null;
      if (!passages) return articles ? this.#article(annotation.articleId) : null;
      const article = source.get('article', annotation.articleId);
      if (article === null || isTrashed(article)) return null;
      const { outlet, published } = effectiveMetadata(article);
      const [tagId] = annotation.tagIds;
      return this.#add({
        kind: 'annotation',
        id,
        sign: annotationLabel(article, annotation),
        text: annotation.passage.quote,
        outlet,
        articleId: article.id,
        moment: publishedMoment(published),
        color: tagId === undefined ? null : (source.get('tag', tagId)?.color ?? null),
      });
    });
  }

  #article(id: ArticleId): number | null {
    return this.#once(id, () => {
      const article = this.#source.get('article', id);
      if (article === null || isTrashed(article)) return null;
      const { title, outlet, published } = effectiveMetadata(article);
      return this.#add({
        kind: 'article',
        id,
        sign: String(article.number),
        text: title,
        outlet,
        articleId: id,
        moment: publishedMoment(published),
        color: null,
      });
    });
  }

  #claim(id: ClaimId): number | null {
    if (!this.#content.claims) return null;
    return this.#once(id, () => {
      const claim = this.#source.get('claim', id);
      if (claim === null) return null;
      return this.#add({
        kind: 'claim',
        id,
        sign: `C${claim.number}`,
        text: claim.wording,
        outlet: null,
        articleId: null,
        moment: publishedMoment(claim.saidOn),
        color: null,
      });
    });
  }

  #once(id: string, make: () => number | null): number | null {
    const known = this.#places.get(id);
    if (known !== undefined) return known;
    const place = make();
    this.#places.set(id, place);
    return place;
  }

  #add(node: GraphNode): number {
    return this.#nodes.push(node) - 1;
  }
}
