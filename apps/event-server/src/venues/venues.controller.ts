import { Body, Controller, Delete, HttpCode, Patch, Post } from '@nestjs/common';
import { CreateVenueDto, UpdateVenueDto, type VenueDto } from '@manyhalls/contracts';
import { IdParam } from '../http/id-param';
import { Requires } from '../sign-in/requires';
import { toVenueDto } from './venue';
import { VenuesService } from './venues.service';

@Requires('event:edit')
@Controller('api/events/:eventId/venues')
export class VenuesController {
  constructor(private readonly venues: VenuesService) {}

  @Post()
  async create(@IdParam('eventId') eventId: string, @Body() dto: CreateVenueDto): Promise<VenueDto> {
    return toVenueDto(await this.venues.create(eventId, dto));
  }

  @Patch(':venueId')
  async update(
    @IdParam('eventId') eventId: string,
    @IdParam('venueId') venueId: string,
    @Body() dto: UpdateVenueDto,
  ): Promise<VenueDto> {
    return toVenueDto(await this.venues.update(eventId, venueId, dto));
  }

  @HttpCode(204)
  @Delete(':venueId')
  async remove(@IdParam('eventId') eventId: string, @IdParam('venueId') venueId: string): Promise<void> {
    await this.venues.remove(eventId, venueId);
  }
}
