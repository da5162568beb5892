import { type BriefTemplate, readTemplate } from './brief-template.ts';

/** When an article was published: a guess says so. */
const whenPublished =
  '{{ a.published | date }}{% if a.guessed contains "published" %} (guessed){% endif %}';

/** Passages of a claim as they stand in brackets behind it. */
const toldInBrackets =
  '{% for s in c.told %}{% if forloop.first %} ({% else %}; {% endif %}{% source s %}{% if s.stance != "asserts" %} {{ s.stance }}{% endif %}: {% cite s %}{% if forloop.last %}{% if c.untold > 0 %}; {{ c.untold }} passage{% if c.untold != 1 %}s{% endif %} more{% endif %}){% endif %}{% endfor %}';

/** "CNN asserts it: “…”; Newsline denies it: “…”." */
const toldInSentence =
  '{% for s in c.told %}{% unless forloop.first %}; {% endunless %}{% source s %} {{ s.stance }} it: {% cite s %}{% if forloop.last %}{% if c.untold > 0 %}; {{ c.untold }} passage{% if c.untold != 1 %}s{% endif %} more{% endif %}.{% endif %}{% endfor %}';

/** Claims that nothing is filed for: each is cited itself, so that what it says is not said without a source. */
const bare = `{% if bare.size > 0 %}
## What rests on no passage

No passage is filed for what follows:
{% for c in bare %}
{% claim c %}
{% endfor %}{% endif %}`;

const eventSummary = `---
title: Event summary
description: What is corroborated first, then what is open and what is disputed, each with its sources.
---
{%- if corroborated.size > 0 %}
## What is corroborated
{% for c in corroborated %}
{{ c.wording | unstopped }}${toldInBrackets}{% if c.sources > 1 %}, {{ c.sources }} independent sources{% elsif c.sources == 1 %}, a single source{% endif %}.
{% endfor %}{% endif %}
{%- if open.size > 0 %}
## What is reported
{% for c in open %}
{% if c.speaker %}{{ c.speaker }}{% if c.said_on %}, {{ c.said_on | date }}{% endif %}: {% endif %}{{ c.wording | unstopped }}${toldInBrackets}{% if c.sources > 1 %}, {{ c.sources }} independent sources{% elsif c.sources == 1 %}, a single source{% endif %}.
{% endfor %}{% endif %}
{%- if contested.size > 0 %}
## What is disputed
{% for c in contested %}{% if c.evidence.size > 0 %}
{% if c.status == "refuted" %}Refuted{% elsif c.status == "disputed" %}Disputed{% elsif c.status == "corroborated" %}Corroborated, but denied{% else %}Denied{% endif %}{% if c.speaker %} ({{ c.speaker }}{% if c.said_on %}, {{ c.said_on | date }}{% endif %}){% endif %}: {{ c.wording | stopped }} ${toldInSentence}
{% endif %}{% endfor %}{% endif %}
{%- if unfiled.size > 0 %}
## {% if claims.size > 0 %}What else the sources say{% else %}What the sources say{% endif %}
{% for a in articles %}{% if a.unfiled.size > 0 %}
{% source a %}{% if a.published %}, ${whenPublished}{% endif %}: {% for p in a.unfiled limit: 4 %}{% unless forloop.first %}; {% endunless %}{% cite p %}{% endfor %}{% if a.unfiled.size > 4 %}; {{ a.unfiled.size | minus: 4 }} more{% endif %}.
{% endif %}{% endfor %}{% endif %}
${bare}
`;

const claimByClaim = `---
title: Claim by claim
description: Each claim with who makes it, what it rests on, what speaks against it and who is silent.
---
{% for c in claims %}
## {{ c.label }}{% if c.speaker %}: {{ c.speaker }}{% endif %}

{% if c.evidence.size == 0 %}No passage is filed for this claim:{% elsif c.sources == 0 %}No passage supports this claim:{% endif %}

{% claim c %}

{% if c.sources > 0 %}It rests on {% if c.sources == 1 %}a single source{% else %}{{ c.sources }} independent sources{% endif %}: {% for a in c.source_articles %}{% unless forloop.first %}; {% endunless %}{% article a %}{% endfor %}.{% endif %}
{% if c.denying_articles.size > 0 %}
Against it: {% for a in c.denying_articles %}{% unless forloop.first %}; {% endunless %}{% article a %}{% endfor %}.
{% endif %}
{% if c.silent.size > 0 %}
Silent on it: {% for a in c.silent %}{% unless forloop.first %}; {% endunless %}{% article a %}{% endfor %}.
{% endif %}{% endfor %}
{%- if claims.size == 0 %}{% for t in tags %}
## {{ t.name }}
{% for p in t.passages %}
{% quote p %}
{% endfor %}{% endfor %}{% elsif unfiled.size > 0 %}
## Passages under no claim
{% for p in unfiled %}
{% quote p %}
{% endfor %}{% endif %}
`;

const whoSaysWhat = `---
title: Who says what
description: Outlet by outlet, what each asserts, denies and reports, and what it is silent on.
---
{% for o in outlets %}
## {% source o.articles[0] %}
{% for a in o.articles %}
{% article a %}{% if a.byline %}, by {{ a.byline }}{% if a.guessed contains "byline" %} (guessed){% endif %}{% endif %}{% if a.passages.size == 0 and a.silent_on.size == 0 %}: no passage of it is under what was chosen{% endif %}.

{% for s in a.says %}- {{ s.stance | capitalize }} {{ s.claim.label }} ({{ s.claim.wording | unstopped }}): {% cite s %}.
{% endfor %}{% for p in a.unfiled %}- {% cite p %}.
{% endfor %}
{% if a.silent_on.size > 0 %}
Silent on {% for c in a.silent_on %}{% unless forloop.first %}, {% endunless %}{{ c.label }} ({{ c.wording | unstopped }}){% endfor %}: {% article a %}.
{% endif %}{% endfor %}{% endfor %}
${bare}
`;

const discrepancies = `---
title: Discrepancies
description: What the sources contradict each other in, side by side.
---
{% for c in contested %}
## {{ c.label }} {{ c.wording }}
{% if c.evidence.size == 0 %}
{{ c.status | capitalize }}{% if c.speaker %}, said by {{ c.speaker }}{% endif %}, and no passage is filed for it:

{% claim c %}
{% else %}
{{ c.status | capitalize }}{% if c.speaker %}, said by {{ c.speaker }}{% endif %}:

{% assign most = c.supporting.size %}{% if c.denying.size > most %}{% assign most = c.denying.size %}{% endif -%}
{% if most > 0 %}
| For it | Against it |
| --- | --- |
{% for i in (1..most) %}{% assign at = i | minus: 1 %}| {% if c.supporting[at] %}{% source c.supporting[at] %}{% if c.supporting[at].stance != "asserts" %} {{ c.supporting[at].stance }}{% endif %}: {% cite c.supporting[at] %}{% endif %} | {% if c.denying[at] %}{% source c.denying[at] %}: {% cite c.denying[at] %}{% endif %} |
{% endfor %}{% endif %}
{% for s in c.doubting %}- {% source s %} {{ s.stance }} it: {% cite s %}.
{% endfor %}{% endif %}{% endfor %}
{%- if contradictions.size > 0 %}
## Passages that contradict each other
{% for l in contradictions %}
{% source l.from %}: {% cite l.from %} {{ l.name }} {% source l.to %}: {% cite l.to %}.{% if l.note %} {{ l.note | stopped }}{% endif %}
{% endfor %}{% endif %}
{%- if contested.size == 0 and contradictions.size == 0 and articles.size > 0 %}
No claim that was chosen is disputed or denied, and no two passages were linked as contradicting each other: {% for a in articles %}{% unless forloop.first %}; {% endunless %}{% article a %}{% endfor %}.
{% endif %}
`;

const chronology = `---
title: Chronology
description: Day by day, what was said then and what the passages say of that day.
---
{% for d in dates %}
## {{ d.day | date }}
{% for c in d.claims %}
{% if c.evidence.size == 0 %}{% if c.speaker %}{{ c.speaker }} said{% else %}Said{% endif %}, but no passage is filed for it:

{% claim c %}
{% else %}{% if c.speaker %}{{ c.speaker }} said{% if c.place %} in {{ c.place }}{% endif %}{% if c.status == "disputed" or c.status == "refuted" %} ({{ c.status }}){% endif %}: {% elsif c.status == "disputed" or c.status == "refuted" %}{{ c.status | capitalize }}: {% endif %}{{ c.wording | unstopped }}${toldInBrackets}.
{% endif %}{% endfor %}{% for p in d.passages %}
{% source p %}: {% cite p %}.
{% endfor %}{% endfor %}
{%- if undated.size > 0 %}
## Not dated

These passages name a time that can’t be told without knowing when their articles were published:
{% for p in undated %}
{% source p %}: {% cite p %}.
{% endfor %}{% endif %}
{%- if articles.size > 0 %}
## When it was published

| Published | Article |
| --- | --- |
{% assign sorted = articles | sort: "published" %}{% for a in sorted %}| {% if a.published %}${whenPublished}{% else %}not known{% endif %} | {% article a %} |
{% endfor %}{% endif %}
`;

const methodsNote = `---
title: Methods note
description: What was read, how it was compared, and what is silent: for the end of a brief.
---
{%- assign unknown = articles | where: "has_outlet", false %}{% if articles.size > 0 %}
## Method and sources

This brief draws on {{ articles.size }} article{% if articles.size != 1 %}s{% endif %}{% if known_outlets.size == 0 %}, of which no outlet is known{% else %} of {{ known_outlets.size }} outlet{% if known_outlets.size != 1 %}s{% endif %}{% if unknown.size > 0 %}; of {{ unknown.size }} of them the outlet is not known{% endif %}{% endif %}. It uses {{ passages.size }} passage{% if passages.size != 1 %}s{% endif %} of {% if articles.size == 1 %}it{% else %}them{% endif %}{% if claims.size > 0 %}, and {{ claims.size }} claim{% if claims.size != 1 %}s{% endif %}{% endif %}. Every quotation is tied to the exact words of a revision that is named by the SHA-256 of its text. Articles of one outlet, and copies of one text, count as one source.

| No. | Article | Published | Passages | Revision |
| --- | --- | --- | --- | --- |
{% for a in articles %}| {{ a.number }} | {% article a %} | {% if a.published %}${whenPublished}{% else %}not known{% endif %} | {{ a.passages.size }} | {{ a.revision | slice: 0, 16 }} |
{% endfor %}
{% for c in claims %}{% if c.silent.size > 0 %}
Silence on {{ c.label }} ({{ c.wording | unstopped }}) was searched for in: {% for a in c.silent %}{% unless forloop.first %}, {% endunless %}{% article a %}{% endfor %}.
{% endif %}{% endfor %}{% endif %}
`;

/** The templates that come with the program, in the order of the list. */
export const builtInTemplates: readonly BriefTemplate[] = [
  readTemplate('event-summary', 'event-summary.md', eventSummary),
  readTemplate('claim-by-claim', 'claim-by-claim.md', claimByClaim),
  readTemplate('who-says-what', 'who-says-what.md', whoSaysWhat),
  readTemplate('discrepancies', 'discrepancies.md', discrepancies),
  readTemplate('chronology', 'chronology.md', chronology),
  readTemplate('methods-note', 'methods-note.md', methodsNote),
];
