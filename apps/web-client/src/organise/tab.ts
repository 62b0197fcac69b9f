import type { LiveEventDto } from '@manyhalls/contracts';
import type { OrganiserApi } from './organise.api';

/** What every tab works with. */
export interface TabProps {
  event: LiveEventDto;
  api: OrganiserApi;
  /** Takes what the server answered, so that the other tabs see it. */
  onChange: (event: LiveEventDto) => void;
}
