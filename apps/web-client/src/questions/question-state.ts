import type {
  CrewQuestionDto,
  OwnQuestionDto,
  QuestionDto,
  QuestionListDto,
  QuestionsChangedDto,
  VoteCountDto,
} from '@manyhalls/contracts';

export type KnownQuestion = QuestionDto | CrewQuestionDto;

/** What this browser knows of a session's questions. */
export interface QuestionsState {
  loaded: boolean;
  questions: Readonly<Record<string, KnownQuestion>>;
  /** The reader's own, in whatever state. */
  own: Readonly<Record<string, OwnQuestionDto>>;
  votedIds: ReadonlySet<string>;
  /** Votes on their way: what the reader wants until the server has answered. */
  wishes: Readonly<Record<string, boolean>>;
}

export const initialQuestions: QuestionsState = {
  loaded: false,
  questions: {},
  own: {},
  votedIds: new Set(),
  wishes: {},
};

const byId = <Question extends { id: string }>(questions: readonly Question[]) =>
  Object.fromEntries(questions.map((question) => [question.id, question]));

/** With the told ones, except where a newer version is known: what is told comes late and out of order. */
function newer<Question extends QuestionDto>(
  known: Readonly<Record<string, Question>>,
  told: readonly Question[],
): Record<string, Question> {
  return { ...known, ...byId(told.filter(({ id, version }) => version >= (known[id]?.version ?? 0))) };
}

export function listed(
  { wishes }: QuestionsState,
  { questions, own, votedIds }: QuestionListDto,
): QuestionsState {
  return {
    loaded: true,
    questions: byId(questions),
    own: byId(own),
    votedIds: new Set(votedIds),
    wishes,
  };
}

export function changed(
  state: QuestionsState,
  { questions, removedIds }: QuestionsChangedDto,
): QuestionsState {
  const known = newer(state.questions, questions);
  for (const id of removedIds) delete known[id];
  return { ...state, questions: known };
}

export function ownChanged(state: QuestionsState, question: OwnQuestionDto): QuestionsState {
  return { ...state, own: newer(state.own, [question]) };
}

export function counted(state: QuestionsState, counts: readonly VoteCountDto[]): QuestionsState {
  const questions = { ...state.questions };
  for (const { questionId, votes } of counts) {
    const question = questions[questionId];
    if (question) questions[questionId] = { ...question, votes };
  }
  return { ...state, questions };
}

export function voted(state: QuestionsState, questionId: string, on: boolean): QuestionsState {
  const votedIds = new Set(state.votedIds);
  if (on) votedIds.add(questionId);
  else votedIds.delete(questionId);
  return { ...state, votedIds };
}

/** A question's votes as the reader sees them: the own one counts from the moment it is pressed. */
export function shownVote(
  { votedIds, wishes }: QuestionsState,
  { id, votes }: Pick<QuestionDto, 'id' | 'votes'>,
): { on: boolean; votes: number } {
  const stored = votedIds.has(id);
  const on = wishes[id] ?? stored;
  return { on, votes: votes + Number(on) - Number(stored) };
}
