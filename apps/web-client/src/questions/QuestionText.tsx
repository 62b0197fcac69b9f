import type { QuestionDto } from '@manyhalls/contracts';
import { languageTags } from '@manyhalls/contracts/text/language';
import { useLanguage } from '../i18n/language';
import classes from './QuestionText.module.css';

/** The words of a question as they were asked, and beside them a translation for whoever reads another language. */
export function QuestionText({
  question: { text, language, translations },
}: {
  question: Pick<QuestionDto, 'text' | 'language' | 'translations'>;
}) {
  const reader = useLanguage();
  const translation = reader === language ? undefined : translations.find((one) => one.language === reader);
  return (
    <>
      <p lang={languageTags[language]} className={classes.text}>
        {text}
      </p>
      {translation && (
        <p lang={languageTags[translation.language]} className={classes.translation}>
          {translation.text}
        </p>
      )}
    </>
  );
}
