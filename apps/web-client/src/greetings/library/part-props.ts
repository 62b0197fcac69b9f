import type { GreetingDto } from '@manyhalls/contracts';
import type { LibraryApi } from './library.api';

/** What every part of a greeting's drawer works with. */
export interface PartProps {
  greeting: GreetingDto;
  api: LibraryApi;
  /** Takes what the server answered. */
  onChange: (greeting: GreetingDto) => void;
}
