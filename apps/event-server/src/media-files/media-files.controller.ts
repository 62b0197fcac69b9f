import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { Controller, Get, Headers, Param, StreamableFile } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Fault } from '@manyhalls/contracts';
import { sameSecret } from '../media-plane/remote/same-secret';
import { Secrets } from '../secrets/secrets';
import { Public } from '../sign-in/requires';
import { MediaFiles } from './media-files.service';

/** Where media nodes on other machines fetch what they play. Not for browsers: who comes here shows the node secret. */
@ApiExcludeController()
@Public()
@Controller('api/media-files')
export class MediaFilesController {
  constructor(
    private readonly files: MediaFiles,
    private readonly secrets: Secrets,
  ) {}

  @Get(':sha256')
  async read(
    @Param('sha256') sha256: string,
    @Headers('authorization') authorization?: string,
  ): Promise<StreamableFile> {
    const shown = authorization?.match(/^Bearer (.+)$/i)?.[1] ?? '';
    if (!sameSecret(shown, this.secrets.node)) throw new Fault('forbidden', 'the node secret is wrong');
    if (!/^[0-9a-f]{64}$/.test(sha256)) throw new Fault('not-found', 'there is no such file');
    const file = this.files.placeOf(sha256);
    const found = await stat(file).catch(() => null);
    if (!found) throw new Fault('not-found', 'there is no such file');
    return new StreamableFile(createReadStream(file), {
      length: found.size,
      type: 'application/octet-stream',
    });
  }
}
