/** What stands in the folder of templates for whoever writes one. */
export const templateGuide = `# Templates of briefs

Each file here that ends in .md is a template: “Draft a brief…” lists it beside those that come with Variorum. It is
Markdown with Liquid (https://shopify.github.io/liquid/) in it. A template has no clock, no chance and no access to other
files; the same records give the same draft.

At the top, between two lines of three hyphens:

    ---
    title: My template
    description: What it gives, in a sentence.
    ---

## Citations

    {% cite p %}       the words of a passage, in the sentence
    {% quote p %}      the words of a passage, set off
    {% claim c %}      a claim with its evidence, set off
    {% article a %}    a whole article, in the sentence
    {% source p %}     no citation: the outlet of a passage or article (a guess says so), or where that is not known
                       a reference to the article in italics, which shows its title

A passage may also be given as what it says of a claim (an entry of \`evidence\`).

## What can be named

    claims        label wording speaker said_on said_until place status importance confidence tags
                  sources source_names source_articles silent evidence
                  asserting denying other (reports, qualifies, questions)
                  supporting (asserts, reports) doubting (qualifies, questions) denying_articles
                  told (some of each side, for a sentence) untold (how many are left)
    evidence      (of a claim; also asserting, denying and so on) stance claim passage
    passages      label quote outlet published tags article
    articles      number title outlet has_outlet byline published url language guessed (which of
                  these are guesses that nobody has confirmed) revision words
                  passages unfiled says silent_on
    outlets       name articles; an article without an outlet stands for itself
    known_outlets those that are outlets
    contested     claims that are disputed, refuted, or denied by a passage
    corroborated  of the others with evidence those that are held for corroborated
    open          and those that are not
    bare          claims without evidence
    unfiled       passages that are evidence for none of the claims
    contradictions  name from to note
    dates         day claims passages
    undated       passages that name a time which hangs on when their article was published, and that is not known
                  or guessed
    tags          name passages
    title         the title of the new brief

## Filters of its own

    {{ c.said_on | date }}         12 May 2024
    {{ c.wording | unstopped }}    without its full stop, for the midst of a sentence
    {{ c.wording | stopped }}      with one, if it does not end as a sentence

What the records say is written as it stands: its signs are no Markdown.
`;
