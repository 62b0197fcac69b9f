import { Controller, Delete, Head, Patch, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { Fault } from '@manyhalls/contracts';
import { IdParam } from '../../http/id-param';
import { PerMinute } from '../../http/rate-limit';
import { Public } from '../../sign-in/requires';
import { OfficeService } from '../office/office.service';
import { demandOpen, Uploads } from './uploads.service';

/**
 * An office's uploads, in the tus protocol. Every request proves itself by the office's cookie. There is no GET: tus
 * would give out what has arrived.
 */
@ApiExcludeController()
@Public()
@Controller('api/greetings/:greetingId/uploads')
export class UploadsController {
  constructor(
    private readonly office: OfficeService,
    private readonly uploads: Uploads,
  ) {}

  @PerMinute(120)
  @Post()
  async create(
    @IdParam('greetingId') id: string,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    await this.uploads.handle(id, request, response, async () => {
      demandOpen(await this.office.greetingOf(request, id));
    });
  }

  @Head(':uploadId')
  async look(
    @IdParam('greetingId') id: string,
    @IdParam('uploadId') uploadId: string,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    await this.handle(id, uploadId, request, response);
  }

  @Patch(':uploadId')
  async send(
    @IdParam('greetingId') id: string,
    @IdParam('uploadId') uploadId: string,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    await this.handle(id, uploadId, request, response);
  }

  @Delete(':uploadId')
  async giveUp(
    @IdParam('greetingId') id: string,
    @IdParam('uploadId') uploadId: string,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    await this.handle(id, uploadId, request, response);
  }

  private async handle(id: string, uploadId: string, request: Request, response: Response): Promise<void> {
    await this.uploads.handle(id, request, response, async () => {
      const greeting = await this.office.greetingOf(request, id);
      demandOpen(greeting);
      if (greeting.uploadId !== uploadId) throw new Fault('conflict', 'another upload was begun since');
    });
  }
}
