import { SetMetadata } from '@nestjs/common';
import type { Permission } from './permission.ts';

export const ALLOWED_TO = 'intersession:allowed-to';

/** Who may reach a route without being anybody: liveness probes and the page that says what this is. */
export const ANYONE = 'anyone';

/** The permission a resolver, a field or a route asks for. One without is refused to everybody. */
export const Allow = (permission: Permission | typeof ANYONE) => SetMetadata(ALLOWED_TO, permission);
