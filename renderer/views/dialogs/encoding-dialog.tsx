import { type ReactNode, useId, useState } from 'react';
import type { ArticleId } from '../../../app/record/ids.ts';
import { encodingChoices, reread } from '../../session/corpus/encoding.ts';
import { encodingWords } from '../../session/corpus/source-words.ts';
import { Dialog } from '../parts/dialog.tsx';
import { useRecords, useSession } from '../parts/session-context.ts';

/** Which character encoding an article's file is in. Another one than was assumed makes a new revision. */
export function EncodingDialog({ articleId }: { readonly articleId: ArticleId }): ReactNode {
  const session = useSession();
  const id = useId();
  const encoding = useRecords((records) => {
    const article = records.get('article', articleId);
    const revision = article === null ? null : records.get('revision', article.revisionId);
    return revision?.source?.encoding ?? null;
  });
  const [chosen, setChosen] = useState(encoding?.name ?? 'utf-8');
  const close = (): void => session.closeDialog();
  return (
    <Dialog title="Character encoding" closeButton onClose={close}>
      <form
        className="table-form"
        onSubmit={(event) => {
          event.preventDefault();
          close();
          void reread(session, articleId, chosen);
        }}
      >
        <p>
          {encoding !== null && `Read as ${encodingWords(encoding)}. `}
          If letters look wrong, choose another encoding. The file is read again, and the result is
          a new revision; this one stays.
        </p>
        <div className="field">
          <label htmlFor={id}>Encoding</label>
          <select id={id} value={chosen} onChange={(event) => setChosen(event.target.value)}>
            {encodingChoices.map(({ name, label }) => (
              <option key={name} value={name}>
                {label}
              </option>
            ))}
          </select>
        </div>
        <div className="dialog-buttons">
          <button type="button" className="button" onClick={close}>
            Cancel
          </button>
          <button type="submit" className="button primary" disabled={chosen === encoding?.name}>
            Read again
          </button>
        </div>
      </form>
    </Dialog>
  );
}
