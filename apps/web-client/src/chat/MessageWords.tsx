import { languageTags, type Language } from '@manyhalls/contracts/text/language';
import { splitLinks } from './links';
import { splitMentions } from './mentions';
import classes from './MessageWords.module.css';

/** What somebody wrote, as it was written: text only, in which addresses can be followed and names stand out. */
export function MessageWords({
  text,
  language,
  mentions = [],
}: {
  text: string;
  language: Language;
  mentions?: readonly string[];
}) {
  return (
    <p className={classes.words} lang={languageTags[language]} dir="auto">
      {splitLinks(text).map((stretch, index) =>
        stretch.href ? (
          <a key={index} href={stretch.href} target="_blank" rel="noopener noreferrer nofollow">
            {stretch.text}
          </a>
        ) : (
          splitMentions(stretch.text, mentions).map((part, place) =>
            part.mention ? <b key={`${index} ${place}`}>{part.text}</b> : part.text,
          )
        ),
      )}
    </p>
  );
}
