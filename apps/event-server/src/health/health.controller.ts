import { Controller, Get, HttpStatus, Res } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { Response } from 'express';
import { DataSource } from 'typeorm';
import { HealthDto } from '@manyhalls/contracts';
import { MediaPlane } from '../media-plane/media-plane';
import { Public } from '../sign-in/requires';

/** For load balancers, containers and people who wonder: 200 while this server can do its work, else 503. */
@Public()
@Controller('api/health')
export class HealthController {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly mediaPlane: MediaPlane,
  ) {}

  @Get()
  async read(@Res({ passthrough: true }) response: Response): Promise<HealthDto> {
    const database = await this.dataSource.query('SELECT 1').then(
      () => true,
      () => false,
    );
    response.status(database ? HttpStatus.OK : HttpStatus.SERVICE_UNAVAILABLE);
    return { database, nodes: this.mediaPlane.nodes().map(({ nodeId }) => nodeId) };
  }
}
