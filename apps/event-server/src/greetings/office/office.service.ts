import { Injectable } from '@nestjs/common';
import type { Request } from 'express';
import { Fault, type OfficeGreetingDto } from '@manyhalls/contracts';
import { Config } from '../../config/config';
import { LiveEventsService } from '../../live-events/live-events.service';
import { hashOf } from '../../secrets/link-secret';
import { VenuesService } from '../../venues/venues.service';
import type { Greeting } from '../greeting';
import { GreetingRows } from '../greeting-rows.service';
import { linkOf, previewPath } from '../greeting-views';
import { UploadFolder } from '../uploads/upload-folder.service';
import { OfficeCookie } from './office-cookie';

/** Whoever holds a greeting's secret is the office. */
@Injectable()
export class OfficeService {
  constructor(
    private readonly rows: GreetingRows,
    private readonly cookie: OfficeCookie,
    private readonly uploads: UploadFolder,
    private readonly liveEvents: LiveEventsService,
    private readonly venues: VenuesService,
    private readonly config: Config,
  ) {}

  /** @throws {Fault} `not-found`; `revoked` with `details.state` `revoked` or `expired` */
  async prove(secret: string): Promise<Greeting> {
    const [greeting] = await this.rows.find({ secretHash: hashOf(secret) });
    if (!greeting) throw new Fault('not-found', 'this link leads nowhere; perhaps it was replaced');
    const state = linkOf(greeting);
    if (state !== 'open')
      throw new Fault('revoked', state === 'expired' ? 'this link has expired' : 'this link was taken back', {
        state,
      });
    return greeting;
  }

  /**
   * The greeting that a request is about and that its cookie is for.
   * @throws {Fault} `not-signed-in`; as `prove`
   */
  async greetingOf(request: Request, greetingId: string): Promise<Greeting> {
    const greeting = await this.prove(this.cookie.read(request));
    if (greeting.id !== greetingId) throw new Fault('not-found', 'there is no such greeting');
    return greeting;
  }

  async describe(greeting: Greeting): Promise<OfficeGreetingDto> {
    const { id, eventId, state, speaker, language, original, progress, refusal, note } = greeting;
    const [hall] = await this.venues.ofEvent(eventId);
    return {
      id,
      state,
      speaker,
      language,
      eventTitle: (await this.liveEvents.find(eventId)).title,
      expiresAt: greeting.expiresAt.toISOString(),
      timeZone: hall?.timeZone ?? null,
      upload: greeting.uploadId ? await this.uploads.describe(greeting.uploadId) : null,
      original: original && {
        name: original.name,
        bytes: original.bytes,
        uploadedAt: original.uploadedAt,
      },
      progress,
      refusal,
      // What the crew notes for an approved greeting is the crew's.
      note: state === 'rejected' ? note : null,
      previewPath: previewPath(greeting),
      largestFile: this.config.greetingMaxBytes,
      longestSeconds: this.config.greetingMaxSeconds,
    };
  }
}
