import { Alert, Button, Group, Stack } from '@mantine/core';
import type { FormErrors, UseFormReturnType } from '@mantine/form';
import type { Fault } from '@manyhalls/contracts/wire/fault';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { asFault, faultyFields, useFaultWords } from '../api/faults';
import classes from './Form.module.css';

/**
 * A form that says on the field what is wrong with it, and takes the person there; what the server refuses is
 * said on the field it names, or above the button.
 */
export function Form<Values extends object>({
  form,
  save,
  submit,
  also,
  words,
  sticky = false,
  children,
}: {
  form: UseFormReturnType<Values>;
  save: (values: Values) => Promise<void>;
  submit: string;
  /** What stands beside the submit button. */
  also?: ReactNode;
  /** Better words for a fault than its code has in general; nothing: those in general. */
  words?: (fault: Fault) => string | undefined;
  /** Keeps the buttons in sight below a long form. */
  sticky?: boolean;
  children: ReactNode;
}) {
  const { t } = useTranslation('forms');
  const general = useFaultWords();
  const element = useRef<HTMLFormElement>(null);
  const [saving, setSaving] = useState(false);
  const [fault, setFault] = useState<Fault | null>(null);

  const goToFirstError = () =>
    // After the errors have been drawn.
    requestAnimationFrame(() =>
      element.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus(),
    );
  const refused = (refusal: Fault) => {
    const known = Object.keys(form.getValues());
    const errors: FormErrors = {};
    for (const path of faultyFields(refusal)) {
      const field = path.split('.')[0] ?? path;
      if (known.includes(field)) errors[field] = words?.(refusal) ?? t('wrong');
    }
    form.setErrors(errors);
    setFault(refusal);
    if (Object.keys(errors).length > 0) goToFirstError();
  };
  const submitted = async (values: Values) => {
    setSaving(true);
    setFault(null);
    try {
      await save(values);
    } catch (error) {
      refused(asFault(error));
    } finally {
      setSaving(false);
    }
  };

  return (
    <form ref={element} noValidate onSubmit={(event) => form.onSubmit(submitted, goToFirstError)(event)}>
      <Stack gap="lg">
        {children}
        {fault && (
          <Alert role="alert" color="red" icon={<IconAlertTriangle aria-hidden />}>
            {words?.(fault) ?? general(fault)}
          </Alert>
        )}
        <Group className={sticky ? classes.sticky : undefined}>
          <Button type="submit" loading={saving}>
            {submit}
          </Button>
          {also}
        </Group>
      </Stack>
    </form>
  );
}
