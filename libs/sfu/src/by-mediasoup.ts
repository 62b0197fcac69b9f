import { errors } from 'mediasoup';
import { Fault } from '@manyhalls/contracts';

/**
 * Does something that mediasoup may refuse because of what a client or another node sent.
 * @throws {Fault} `bad-media-parameters` for what mediasoup or its worker refused, `not-found` when what it refers to
 * was closed meanwhile, `media-unavailable` when the worker died over it.
 */
export async function byMediasoup<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof Error) || error instanceof Fault) throw error;
    if (error instanceof errors.WorkerClosedError)
      throw new Fault('media-unavailable', 'the media worker died');
    if (error instanceof errors.NotFoundError) throw new Fault('not-found', error.message);
    throw new Fault('bad-media-parameters', error.message);
  }
}
