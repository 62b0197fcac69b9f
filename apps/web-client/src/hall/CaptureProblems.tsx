import { Alert } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { Capture } from './capture';
import { browserFamily } from './capture-problem';

/** What keeps the camera or microphone away, and what to do about it in this browser. */
export function CaptureProblems({ capture }: { capture: Capture }) {
  const { t } = useTranslation('hall');
  const problems = useStore(capture.store, (state) => state.problems);
  return problems.map(({ kind, trouble }) => (
    <Alert
      key={kind}
      color="brass"
      role="alert"
      icon={<IconAlertTriangle aria-hidden />}
      title={t(`trouble.${kind}`)}
    >
      {t(`trouble.${trouble}`)}{' '}
      {trouble === 'denied' && t(`trouble.allow.${browserFamily(navigator.userAgent)}`)}
    </Alert>
  ));
}
