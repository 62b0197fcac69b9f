import { Select } from '@mantine/core';
import type { CrewQuestionDto } from '@manyhalls/contracts';
import { languages, languageTags } from '@manyhalls/contracts/text/language';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { languageNames } from '../app/LanguageSwitch';
import { isLanguage } from '../i18n/match-language';
import classes from './DeskDialog.module.css';
import type { Desk } from './use-desk';
import { WordsDialog } from './WordsDialog';

/** Deeds that need words. */
export const dialogDeeds = ['reject', 'answer', 'edit', 'translate', 'assign'] as const;
export type DialogDeed = (typeof dialogDeeds)[number];

interface DialogProps {
  question: CrewQuestionDto;
  desk: Desk;
  onClose: () => void;
}

export function DeskDialog({ deed, ...props }: DialogProps & { deed: DialogDeed }) {
  return deed === 'translate' ? <TranslateDialog {...props} /> : <StepDialog deed={deed} {...props} />;
}

/**
 * What is written is for the question as it was when the dialog opened: a change in between is a conflict, after which
 * the question as it is now counts as seen.
 */
function useSeen(question: CrewQuestionDto) {
  const [opened, setOpened] = useState<CrewQuestionDto | null>(question);
  const onSeen = async (save: (seen: CrewQuestionDto) => Promise<void>) => {
    try {
      await save(opened ?? question);
    } catch (error) {
      setOpened(null);
      throw error;
    }
  };
  return { onSeen, changed: opened === null };
}

function StepDialog({
  deed,
  question,
  desk,
  onClose,
}: DialogProps & { deed: Exclude<DialogDeed, 'translate'> }) {
  const { t } = useTranslation('moderate');
  const { onSeen, changed } = useSeen(question);
  const save = (seen: CrewQuestionDto, words: string): Promise<void> => {
    if (deed === 'reject' || deed === 'answer') return desk.move(seen, deed, words);
    const { id: questionId, version } = seen;
    return desk.request(
      'question:edit',
      deed === 'edit'
        ? { questionId, version, text: words }
        : { questionId, version, assignedTo: words || null },
    );
  };
  return (
    <WordsDialog
      title={t(`dialog.${deed}.title`)}
      label={t(`dialog.${deed}.label`)}
      action={t(`dialog.${deed}.action`)}
      optional={deed !== 'edit'}
      initial={deed === 'edit' ? question.text : deed === 'assign' ? (question.assignedTo ?? '') : ''}
      short={deed === 'assign'}
      lang={deed === 'edit' ? languageTags[question.language] : undefined}
      onSave={(words) => onSeen((seen) => save(seen, words))}
      onClose={onClose}
    >
      <Asked question={question} changed={changed} />
    </WordsDialog>
  );
}

function TranslateDialog({ question, desk, onClose }: DialogProps) {
  const { t } = useTranslation('moderate');
  const { onSeen, changed } = useSeen(question);
  const others = languages.filter((language) => language !== question.language);
  const [language, setLanguage] = useState(others[0] ?? question.language);
  return (
    <WordsDialog
      // Another language is another text.
      key={language}
      title={t('dialog.translate.title')}
      label={t('dialog.translate.label')}
      action={t('dialog.translate.action')}
      initial={question.translations.find((one) => one.language === language)?.text ?? ''}
      lang={languageTags[language]}
      onSave={(text) =>
        onSeen(({ id: questionId, version }) =>
          desk.request('question:translate', { questionId, version, language, text }),
        )
      }
      onClose={onClose}
    >
      <Asked question={question} changed={changed} />
      <Select
        label={t('dialog.translate.language')}
        data={others.map((value) => ({ value, label: languageNames[value] }))}
        value={language}
        onChange={(value) => isLanguage(value) && setLanguage(value)}
      />
    </WordsDialog>
  );
}

/** The words it is about; after a conflict also what somebody else has made of them. */
function Asked({
  question: { language, originalText, text },
  changed,
}: Pick<DialogProps, 'question'> & { changed: boolean }) {
  return (
    <blockquote lang={languageTags[language]} className={classes.asked}>
      <p>{originalText}</p>
      {changed && text !== originalText && <p>{text}</p>}
    </blockquote>
  );
}
