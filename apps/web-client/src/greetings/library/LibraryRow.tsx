import { useSortable } from '@dnd-kit/sortable';
import { ActionIcon, Text } from '@mantine/core';
import type { GreetingDto } from '@manyhalls/contracts';
import { IconArrowDown, IconArrowUp, IconGripVertical } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Localized, useLocalize } from '../../i18n/Localized';
import { useLanguage } from '../../i18n/language';
import { viewerZone, writeMoment } from '../../i18n/times';
import { GreetingStateMark } from '../GreetingStateMark';
import classes from './Library.module.css';
import type { LibraryApi } from './library.api';
import { Poster } from './Poster';

interface Props {
  greeting: GreetingDto;
  api: LibraryApi;
  first: boolean;
  last: boolean;
  onMove: (by: number) => void;
  onOpen: () => void;
}

/** One greeting in the order of precedence. It is dragged by its number, or moved by its arrows. */
export function LibraryRow({ greeting, api, first, last, onMove, onOpen }: Props) {
  const { t } = useTranslation('greetings');
  const name = useLocalize()(greeting.speaker.name);
  const { setNodeRef, listeners, transform, transition, isDragging } = useSortable({ id: greeting.id });
  const { speaker } = greeting;
  const action = { variant: 'subtle', color: 'gray', size: 'lg' } as const;
  return (
    <li
      ref={setNodeRef}
      className={classes.row}
      data-dragging={isDragging || undefined}
      style={{ transform: transform ? `translateY(${transform.y}px)` : undefined, transition }}
    >
      <span className={classes.place} {...listeners}>
        <IconGripVertical size={18} aria-hidden />
        {greeting.position}
      </span>
      <Poster path={greeting.posterPath} api={api} />
      <div className={classes.about}>
        <button
          type="button"
          className={classes.name}
          onClick={onOpen}
          aria-label={t('library.open', { name })}
        >
          <Localized text={speaker.name} />
        </button>
        <Text component="span" size="sm" c="dimmed">
          {speaker.title && <Localized text={speaker.title} />}
          {speaker.title && speaker.institution && ' · '}
          {speaker.institution && <Localized text={speaker.institution} />}
        </Text>
      </div>
      <GreetingFacts greeting={greeting} />
      <div className={classes.actions}>
        <ActionIcon
          {...action}
          disabled={first}
          aria-label={t('library.up', { name })}
          onClick={() => onMove(-1)}
        >
          <IconArrowUp size={18} aria-hidden />
        </ActionIcon>
        <ActionIcon
          {...action}
          disabled={last}
          aria-label={t('library.down', { name })}
          onClick={() => onMove(1)}
        >
          <IconArrowDown size={18} aria-hidden />
        </ActionIcon>
      </div>
    </li>
  );
}

/** How it stands; below, what matters most in that state. */
export function GreetingFacts({ greeting }: { greeting: GreetingDto }) {
  const { t } = useTranslation('greetings');
  const language = useLanguage();
  const { state, link, refusal, progress } = greeting;
  const moment = writeMoment(new Date(greeting.expiresAt), viewerZone(), language);
  const awaited = state === 'invited' || state === 'rejected' || state === 'refused';
  return (
    <div className={classes.facts}>
      <GreetingStateMark state={state}>{t(`library.state.${state}`)}</GreetingStateMark>
      <Text component="span" size="sm" c="dimmed">
        {state === 'processing' && t('library.progress', { progress })}
        {state === 'refused' && refusal && `${t(`refusal.${refusal}`)} `}
        {(state === 'approved' || state === 'played') && <Presence nodes={greeting.nodes} />}
        {awaited && t(`library.link.${link}`, { moment })}
      </Text>
    </div>
  );
}

function Presence({ nodes }: { nodes: GreetingDto['nodes'] }) {
  const { t } = useTranslation('greetings');
  const missing = nodes.filter(({ present }) => !present).map(({ nodeId }) => nodeId);
  if (missing.length === nodes.length) return t('library.nodes.none');
  return missing.length > 0 ? t('library.nodes.some', { nodes: missing.join(', ') }) : t('library.nodes.all');
}
