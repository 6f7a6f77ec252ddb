import type { Permission } from '../access/permission.ts';
import { ROLES } from '../access/roles.ts';

const KNOWS: Permission = 'arm:read';

/** Roles that are not blind to the arms, wherever they are held. */
export const UNBLINDED_ROLES: readonly string[] = Object.entries(ROLES)
  .filter(([, { may }]) => Object.values(may).some((permissions) => permissions.includes(KNOWS)))
  .map(([role]) => role);
