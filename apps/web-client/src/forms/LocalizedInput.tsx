import { Input, Textarea, TextInput } from '@mantine/core';
import { languages, languageTags } from '@manyhalls/contracts/text/language';
import { useId, type FocusEventHandler, type ReactNode } from 'react';
import { languageNames } from '../app/LanguageSwitch';
import classes from './LocalizedInput.module.css';
import { noWords, type Words } from './words';

interface Props {
  label: string;
  description?: string;
  required?: boolean;
  maxLength: number;
  multiline?: boolean;
  /** As `form.getInputProps` gives them. */
  value?: Words;
  onChange: (words: Words) => void;
  onFocus?: FocusEventHandler;
  onBlur?: FocusEventHandler;
  error?: ReactNode;
}

/** The same text in the four languages, one field under the other, each field marked with its language. */
export function LocalizedInput({
  label,
  description,
  required,
  maxLength,
  multiline,
  value = noWords,
  onChange,
  onFocus,
  onBlur,
  error,
}: Props) {
  const id = useId();
  const Field = multiline ? Textarea : TextInput;
  return (
    <div role="group" aria-labelledby={`${id}-label`}>
      <Input.Label id={`${id}-label`} labelElement="div" size="md" required={required ?? false}>
        {label}
      </Input.Label>
      {description && <Input.Description size="md">{description}</Input.Description>}
      <div className={classes.fields}>
        {languages.map((language, index) => (
          <Field
            key={language}
            lang={languageTags[language]}
            aria-label={`${label}, ${languageNames[language]}`}
            aria-describedby={error ? `${id}-error` : undefined}
            leftSection={<span className={classes.language}>{languageNames[language]}</span>}
            leftSectionWidth="5.5rem"
            leftSectionPointerEvents="none"
            maxLength={maxLength}
            value={value[language]}
            onChange={(event) => onChange({ ...value, [language]: event.currentTarget.value })}
            onFocus={onFocus}
            onBlur={onBlur}
            // The message stands once, under all four; the first field is the one to go to.
            error={Boolean(error) && index === 0}
          />
        ))}
      </div>
      {error && (
        <Input.Error id={`${id}-error`} size="md" mt={4}>
          {error}
        </Input.Error>
      )}
    </div>
  );
}
