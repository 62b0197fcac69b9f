import { Injectable } from '@nestjs/common';

/** Makes what is played out of what was sent in. */
@Injectable()
export class ProcessingService {
  /**
   * Has the greeting's present original, trimmed as it says, worked on: at once or when there is time, and also after
   * a crash. Asked whenever the greeting's `job` has grown; whatever was under way for an earlier one is of no use.
   */
  async queue(_greetingId: string): Promise<void> {
    return Promise.resolve();
  }
}
