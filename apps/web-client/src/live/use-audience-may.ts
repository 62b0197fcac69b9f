import { mayAudience, type AudienceDeed } from '@manyhalls/domain';
import { useLiveState } from './LiveRoom';

/** Whether the audience may do this in the session as it is now. The server decides; this spares people a refusal. */
export function useAudienceMay(deed: AudienceDeed): boolean {
  return useLiveState(({ show }) => !show || mayAudience(deed, show.status));
}
