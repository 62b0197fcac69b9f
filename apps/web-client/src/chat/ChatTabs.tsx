import { Tabs } from '@mantine/core';
import type { ChatChannel } from '@manyhalls/contracts';
import { isCrew, may } from '@manyhalls/domain';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ChatPanel } from './ChatPanel';
import { useReader, useUnread } from './ChatRoom';
import classes from './ChatTabs.module.css';
import { ModerationPanel } from './moderation/ModerationPanel';
import { UnreadCount } from './UnreadCount';

/** All the chats of this person: attendees have one, the crew its own besides, and moderators what keeps order. */
export function ChatTabs({ first = 'audience' }: { first?: ChatChannel }) {
  const { t } = useTranslation('chat');
  const { role } = useReader();
  const [tab, setTab] = useState<string | null>(first);
  if (!isCrew(role)) return <ChatPanel channel="audience" />;
  return (
    <Tabs
      value={tab}
      onChange={setTab}
      keepMounted={false}
      className={classes.tabs}
      classNames={{ tab: classes.tab, tabLabel: classes.label }}
    >
      <Tabs.List grow>
        <ChannelTab channel="audience" />
        <ChannelTab channel="crew" />
        {may(role, 'chat:moderate') && <Tabs.Tab value="moderation">{t('moderation.title')}</Tabs.Tab>}
      </Tabs.List>
      <Tabs.Panel value="audience" className={classes.panel}>
        <ChatPanel channel="audience" />
      </Tabs.Panel>
      <Tabs.Panel value="crew" className={classes.panel}>
        <ChatPanel channel="crew" />
      </Tabs.Panel>
      <Tabs.Panel value="moderation" className={classes.panel}>
        <ModerationPanel />
      </Tabs.Panel>
    </Tabs>
  );
}

function ChannelTab({ channel }: { channel: ChatChannel }) {
  const { t } = useTranslation('chat');
  return (
    <Tabs.Tab value={channel} rightSection={<UnreadCount count={useUnread(channel)} />}>
      {t(`channels.${channel}`)}
    </Tabs.Tab>
  );
}
