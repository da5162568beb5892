import { X } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import type { ClaimRecord } from '../../../app/record/records.ts';
import {
  addQuestion,
  changeQuestion,
  giveUpQuestion,
  questionsOf,
} from '../../session/claims/claim-fields.ts';
import { Section } from '../inspector/section.tsx';
import { EditableField } from '../parts/editable-field.tsx';
import { useSession } from '../parts/session-context.ts';

/** The analyst's own questions to a claim, with their answers. */
export function ClaimQuestions({ claim }: { readonly claim: ClaimRecord }): ReactNode {
  const session = useSession();
  const [text, setText] = useState('');
  const questions = questionsOf(claim);
  const open = questions.filter(({ answer }) => answer === '').length;
  return (
    <Section
      title="Questions"
      aside={questions.length > 0 && <span className="count">{open} open</span>}
    >
      <ul className="claim-questions" aria-label="Questions to this claim">
        {questions.map(({ question, answer }, index) => (
          <li key={question} data-open={answer === '' || undefined}>
            <div className="claim-question">
              <EditableField
                label={`Question ${index + 1}`}
                value={question}
                onCommit={(words) => changeQuestion(session, claim, index, { question: words })}
              />
              <button
                type="button"
                className="button quiet icon"
                aria-label={`Remove the question: ${question}`}
                onClick={() => giveUpQuestion(session, claim, index)}
              >
                <X size={12} aria-hidden="true" />
              </button>
            </div>
            <EditableField
              label={`Answer ${index + 1}`}
              value={answer}
              placeholder="Open"
              onCommit={(words) => changeQuestion(session, claim, index, { answer: words })}
            />
          </li>
        ))}
      </ul>
      <input
        className="claim-ask"
        aria-label="Ask a question"
        placeholder="Ask a question, such as: prices of which year?"
        value={text}
        onChange={(event) => setText(event.target.value)}
        onBlur={() => {
          addQuestion(session, claim, text);
          setText('');
        }}
        onKeyDown={(event) => {
          if (event.key === 'Escape' && text !== '') {
            event.stopPropagation();
            setText('');
          }
          if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
          event.preventDefault();
          addQuestion(session, claim, text);
          setText('');
        }}
      />
    </Section>
  );
}
