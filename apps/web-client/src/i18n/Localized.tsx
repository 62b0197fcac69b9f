import { localize } from '@manyhalls/domain';
import type { LocalizedTextDto } from '@manyhalls/contracts';
import { languageTags } from '@manyhalls/contracts/text/language';
import { useLanguage } from './language';

/** Localized text in the reader's language or the nearest there is, marked with the language it is in. */
export function Localized({
  text,
  as: Tag = 'span',
  className,
}: {
  text: LocalizedTextDto | null | undefined;
  as?: 'span' | 'p' | 'div';
  className?: string;
}) {
  const { words, language } = localize(text, useLanguage());
  return (
    <Tag lang={languageTags[language]} className={className}>
      {words}
    </Tag>
  );
}

/** The same words as a plain string, for titles and labels that cannot carry `lang`. */
export function useLocalize(): (text: LocalizedTextDto | null | undefined) => string {
  const reader = useLanguage();
  return (text) => localize(text, reader).words;
}
