import type { CrewQuestionDto, LiveRequests, MergeQuestionsDto, QuestionStep } from '@manyhalls/contracts';
import type { Fault } from '@manyhalls/contracts/wire/fault';
import { useRef, useState } from 'react';
import { asFault } from '../api/faults';
import { useLive } from '../live/LiveRoom';
import { useQuestions } from '../questions/use-questions';
import { bySection, deskSections, fits, moved, noFilter } from './desk-sections';
import { wayBack } from './desk-steps';

/** What could not be done, and to which question. */
export interface DeskTrouble {
  fault: Fault;
  questionId: string;
}

/** Verbs that change one question and answer with it. */
type QuestionVerb = 'question:move' | 'question:edit' | 'question:translate' | 'question:merge';

/** Steps after which a moderator wants the next question rather than this one. */
const dispatched = new Set<QuestionStep>(['approve', 'reject']);

/** A moderator's view of all questions: what is shown, which one is selected, and all that can be done to it. */
export function useDesk(participantId: string) {
  const live = useLive();
  const { board, state } = useQuestions();
  const [filter, setFilter] = useState(noFilter);
  const [chosenId, setChosenId] = useState<string | null>(null);
  const [marked, setMarked] = useState<readonly string[]>([]);
  const [trouble, setTrouble] = useState<DeskTrouble | null>(null);
  const [busy, setBusy] = useState(false);
  /** The question this moderator moved last: a slip can be taken back though the next one is selected. */
  const lastMoved = useRef<string | null>(null);
  /** The same for what was merged last, as long as nothing else was done. */
  const lastMerged = useRef<MergeQuestionsDto | null>(null);

  const questions = Object.values(state.questions).filter((question) => 'originalText' in question);
  const all = bySection(questions, participantId);
  const sections = deskSections
    .filter((section) => !filter.section || section === filter.section)
    .map((section) => ({ section, questions: all[section].filter((question) => fits(filter, question)) }));
  const shown = sections.flatMap((section) => section.questions);
  const selected = shown.find(({ id }) => id === chosenId) ?? shown[0];
  const find = (id: string | null) => questions.find((question) => question.id === id);

  const select = (by: 1 | -1) => {
    const next = shown[shown.findIndex(({ id }) => id === selected?.id) + by];
    if (next) setChosenId(next.id);
  };

  /** @throws {Fault} after a conflict, with the present state already read */
  const request = async <Verb extends QuestionVerb>(
    verb: Verb,
    body: LiveRequests[Verb]['request'],
  ): Promise<void> => {
    setTrouble(null);
    setBusy(true);
    try {
      board.learn(await live.ask(verb, body));
    } catch (error) {
      if (asFault(error).code === 'conflict') await board.read();
      throw error;
    } finally {
      setBusy(false);
    }
  };

  /** @throws {Fault} as `request` */
  const move = async ({ id, version }: CrewQuestionDto, step: QuestionStep, words?: string) => {
    const place = shown.findIndex((question) => question.id === id);
    const next = shown[place + 1] ?? shown[place - 1];
    await request('question:move', { questionId: id, version, step, ...(words && { words }) });
    lastMoved.current = id;
    lastMerged.current = null;
    setChosenId(dispatched.has(step) && next ? next.id : id);
  };

  /** Takes those out again that are still merged. @throws {Fault} as `request` */
  const unmerge = async (ids: readonly string[]) => {
    for (const question of ids.map(find)) if (question?.mergedIntoId) await move(question, 'unmerge');
  };

  /** For what is done by one press: what went wrong is said beside the question. */
  const tried = (questionId: string, deed: Promise<void>) =>
    void deed.catch((error: unknown) => setTrouble({ fault: asFault(error), questionId }));

  return {
    state,
    sections,
    filter,
    setFilter,
    selected,
    find,
    choose: setChosenId,
    select,
    marked: marked.filter((id) => find(id)),
    toggleMark: (id: string) =>
      setMarked(marked.includes(id) ? marked.filter((other) => other !== id) : [...marked, id]),
    trouble,
    busy,
    request,
    move,
    step: (question: CrewQuestionDto, step: QuestionStep) => tried(question.id, move(question, step)),
    back: () => {
      const { intoId, questionIds = [] } = lastMerged.current ?? {};
      if (selected && selected.id === intoId) return tried(intoId, unmerge(questionIds));
      const question = [selected, find(lastMoved.current)].find((one) => one && wayBack(one));
      const step = question && wayBack(question);
      if (step) tried(question.id, move(question, step));
    },
    merge: (into: CrewQuestionDto) => {
      const questionIds = marked.filter((id) => id !== into.id && find(id));
      if (questionIds.length === 0) return;
      const merge = async (merging: MergeQuestionsDto) => {
        await request('question:merge', merging);
        lastMerged.current = merging;
        setMarked([]);
      };
      tried(into.id, merge({ intoId: into.id, questionIds }));
    },
    reorder: ({ id }: CrewQuestionDto, by: 1 | -1) => {
      const ids = (approved: CrewQuestionDto[]) => approved.map((question) => question.id);
      const visible = sections.find(({ section }) => section === 'approved');
      const questionIds = visible && moved(ids(all.approved), ids(visible.questions), id, by);
      if (questionIds)
        tried(
          id,
          live.ask('question:order', { questionIds }).then(() => undefined),
        );
    },
  };
}

export type Desk = ReturnType<typeof useDesk>;
