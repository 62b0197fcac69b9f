import { Alert } from '@mantine/core';
import type { CrewQuestionDto, VenueDto } from '@manyhalls/contracts';
import { languageTags } from '@manyhalls/contracts/text/language';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFaultWords } from '../api/faults';
import { languageNames } from '../app/LanguageSwitch';
import { QuestionStateMark, questionStanding } from '../questions/QuestionStateMark';
import { useAsker } from '../questions/use-asker';
import classes from './DeskDetail.module.css';
import type { Desk, DeskTrouble } from './use-desk';

/** Everything about the selected question: its words in every language, who asks, and how it stands. */
export function DeskDetail({
  question,
  desk,
  venues,
  participantId,
}: {
  question: CrewQuestionDto;
  desk: Desk;
  participantId: string;
  venues: readonly VenueDto[];
}) {
  const { t } = useTranslation(['moderate', 'questions']);
  const asker = useAsker(venues);
  const standing = questionStanding(question);
  const { claimedBy, language, text, originalText } = question;
  const tag = languageTags[language];
  const into = desk.find(question.mergedIntoId);
  return (
    <article className={classes.detail} aria-label={t('selected')}>
      <p className={classes.facts}>
        <QuestionStateMark standing={standing}>{t(`state.${standing}`)}</QuestionStateMark>
        <span>{asker(question)}</span>
        <span>{t('questions:vote.closed', { count: question.votes })}</span>
        <span lang={tag}>{languageNames[language]}</span>
        {claimedBy && <span>{t('claimedBy', { name: claimedBy.displayName })}</span>}
        {question.assignedTo && <span>{t('questions:assigned', { name: question.assignedTo })}</span>}
      </p>
      <p lang={tag} className={classes.text}>
        {text}
      </p>
      {originalText !== text && (
        <Part title={t('original')} lang={tag}>
          {originalText}
        </Part>
      )}
      {question.translations.map((translation) => (
        <Part
          key={translation.language}
          title={languageNames[translation.language]}
          lang={languageTags[translation.language]}
        >
          {translation.text}
        </Part>
      ))}
      {into && <Part title={t('mergedInto')}>{into.text}</Part>}
      {question.rejectionReason && <Part title={t('reason')}>{question.rejectionReason}</Part>}
      {question.answer && <Part title={t('answer')}>{question.answer}</Part>}
      {desk.trouble && <Trouble desk={desk} trouble={desk.trouble} participantId={participantId} />}
    </article>
  );
}

function Part({ title, lang, children }: { title: string; lang?: string; children: ReactNode }) {
  return (
    <div className={classes.part}>
      <p className={classes.title}>{title}</p>
      <p lang={lang} className={classes.words}>
        {children}
      </p>
    </div>
  );
}

/** Why the last deed was not done; after a conflict, how the question stands now and who was faster. */
function Trouble({
  desk,
  trouble: { fault, questionId },
  participantId,
}: {
  desk: Desk;
  trouble: DeskTrouble;
  participantId: string;
}) {
  const { t } = useTranslation('moderate');
  const words = useFaultWords();
  const question = desk.find(questionId);
  const state = question && t(`state.${question.state}`);
  const by = question?.claimedBy;
  const name = by && by.participantId !== participantId ? by.displayName : null;
  return (
    <Alert role="alert" color="brass">
      {fault.code !== 'conflict' || !state
        ? words(fault)
        : name
          ? t('conflict.by', { name, state })
          : t('conflict.now', { state })}
    </Alert>
  );
}
