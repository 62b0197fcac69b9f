import { Tabs } from '@mantine/core';
import {
  IconCalendarEvent,
  IconMessageCircle,
  IconMessageQuestion,
  IconUsers,
  type Icon,
} from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useUnread } from '../chat/ChatRoom';
import { ChatTabs } from '../chat/ChatTabs';
import { UnreadCount } from '../chat/UnreadCount';
import { useLanguage } from '../i18n/language';
import type { LivePageContent } from '../live/LivePage';
import { useLiveState } from '../live/LiveRoom';
import { PollCards } from '../polls/PollCards';
import { PollNotice } from '../polls/PollNotice';
import { QuestionsPanel } from '../questions/QuestionsPanel';
import classes from './Rail.module.css';
import { RailAgenda } from './RailAgenda';
import { RailPresence } from './RailPresence';

const storageKey = 'manyhalls.rail';

/**
 * What belongs to the programme, one thing at a time: beside the picture, or under it on a phone. Without its agenda
 * beside a page that shows one.
 */
export function Rail({ agenda = true, ...content }: LivePageContent & { agenda?: boolean }) {
  const { t } = useTranslation('attendee');
  const [chosen, setTab] = useState(() => sessionStorage.getItem(storageKey) ?? 'chat');
  const tab = chosen === 'agenda' && !agenda ? 'chat' : chosen;
  const choose = (next: string | null) => {
    if (!next) return;
    sessionStorage.setItem(storageKey, next);
    setTab(next);
  };
  return (
    <aside className={classes.rail} aria-label={t(agenda ? 'rail' : 'talk')}>
      <Tabs
        value={tab}
        onChange={choose}
        className={classes.tabs}
        classNames={{ tab: classes.tab, tabLabel: classes.label }}
        keepMounted={false}
      >
        <Tabs.List grow>
          <RailTab value="chat" icon={IconMessageCircle} label={t('chat')}>
            <Unread />
          </RailTab>
          <RailTab value="questions" icon={IconMessageQuestion} label={t('questions')} />
          {agenda && <RailTab value="agenda" icon={IconCalendarEvent} label={t('agenda')} />}
          <RailTab value="presence" icon={IconUsers} label={t('presence.title')}>
            <Total />
          </RailTab>
        </Tabs.List>
        {tab !== 'questions' && <PollNotice onOpen={() => choose('questions')} />}
        <Tabs.Panel value="chat" className={classes.chat}>
          <ChatTabs />
        </Tabs.Panel>
        <Tabs.Panel value="questions" className={classes.panel}>
          <PollCards />
          <QuestionsPanel {...content} />
        </Tabs.Panel>
        <Tabs.Panel value="agenda" className={classes.panel}>
          <RailAgenda {...content} />
        </Tabs.Panel>
        <Tabs.Panel value="presence" className={classes.panel}>
          <RailPresence event={content.event} />
        </Tabs.Panel>
      </Tabs>
    </aside>
  );
}

/** A word under a picture: four of them stand side by side on a phone, in every language. */
function RailTab({
  value,
  icon: Picture,
  label,
  children,
}: {
  value: string;
  icon: Icon;
  label: string;
  /** A figure beside the picture. */
  children?: ReactNode;
}) {
  return (
    <Tabs.Tab value={value}>
      <span className={classes.sign}>
        <Picture size={20} aria-hidden />
        {children}
      </span>
      {label}
    </Tabs.Tab>
  );
}

function Unread() {
  return <UnreadCount count={useUnread('audience')} />;
}

function Total() {
  const language = useLanguage();
  const total = useLiveState((state) => state.presence?.total);
  return total !== undefined && <span className={classes.count}>{total.toLocaleString(language)}</span>;
}
