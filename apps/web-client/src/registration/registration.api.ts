import type { RegistrationDto, SignInDto } from '@manyhalls/contracts';
import { http } from '../api/http';

export const register = (slug: string, registration: RegistrationDto) =>
  http<SignInDto>('POST', `public/events/${encodeURIComponent(slug)}/register`, { body: registration });
