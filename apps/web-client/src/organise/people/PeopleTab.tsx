import { Stack } from '@mantine/core';
import type { TabProps } from '../tab';
import { AttendeeList } from './AttendeeList';
import { InvitationList } from './InvitationList';

/** Who works on the event, by invitation, and who has registered to attend. */
export function PeopleTab({ event, api }: TabProps) {
  return (
    <Stack gap="3rem">
      <InvitationList event={event} api={api} />
      <AttendeeList event={event} api={api} />
    </Stack>
  );
}
