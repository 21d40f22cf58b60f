import type { CheckAnswer, Question } from '../../report/answer';
import type { CheckContext } from '../check-context';
import { evaluated } from './evaluated';
import { paged } from './paged';
import { scraped } from './scraped';
import { shown } from './shown';

/** An answer without what all have in common; `undefined` where no object is about it. */
export type Answer = Omit<CheckAnswer, 'question' | 'page'> | undefined;

const PAGE = 'docs/answers.md';
const QUESTIONS: readonly (readonly [Question, (context: CheckContext) => Answer])[] = [
  ['scraped', scraped],
  ['evaluated', evaluated],
  ['paged', paged],
  ['shown', shown],
];

/** What is scraped, what is evaluated, who is paged and what is shown. */
export function answersOf(context: CheckContext): CheckAnswer[] {
  return QUESTIONS.flatMap(([question, answer]) => {
    const found = answer(context);
    return found === undefined ? [] : { question, ...found, page: `${PAGE}#${question}` };
  });
}
