import type { ReactNode } from 'react';
import type { ArticleId } from '../../../app/record/ids.ts';

/** To come. */
export function EncodingDialog(_props: { readonly articleId: ArticleId }): ReactNode {
  return null;
}
