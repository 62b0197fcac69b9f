import { Drawer, Stack } from '@mantine/core';
import type { LiveEventDto } from '@manyhalls/contracts';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocalize } from '../../i18n/Localized';
import { GreetingFacts } from './LibraryRow';
import { LinkPanel } from './LinkPanel';
import type { PartProps } from './part-props';
import { Preview } from './Preview';
import { Review } from './Review';
import { SubtitlesPanel } from './SubtitlesPanel';
import { TrimForm } from './TrimForm';

interface Props extends PartProps {
  event: LiveEventDto;
  onReload: () => void;
  onClose: () => void;
}

/** One greeting: watched, decided about, trimmed, with its subtitles and its link. */
export function GreetingDrawer({ event, onReload, onClose, ...part }: Props) {
  const { t } = useTranslation('app');
  const localize = useLocalize();
  const player = useRef<HTMLVideoElement>(null);
  const { greeting } = part;
  return (
    <Drawer
      opened
      onClose={onClose}
      position="right"
      size="min(46rem, 100vw)"
      title={localize(greeting.speaker.name)}
      styles={{ title: { fontSize: 'var(--mantine-font-size-lg)', fontWeight: 650 } }}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      <Stack gap="xl">
        <GreetingFacts greeting={greeting} />
        <Preview {...part} player={player} />
        <Review {...part} />
        {greeting.file && greeting.originalSeconds !== null && (
          // Begun anew with every file: the points belong to it.
          <TrimForm key={greeting.file.sha256} {...part} length={greeting.originalSeconds} player={player} />
        )}
        <SubtitlesPanel {...part} />
        <LinkPanel {...part} event={event} onReload={onReload} onRemoved={onClose} />
      </Stack>
    </Drawer>
  );
}
