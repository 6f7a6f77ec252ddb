import { Navigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { placesOf } from './navigation.ts';
import { useWho } from './who.context.tsx';

/** The first page of somebody’s role. */
export function ToCaseload(): ReactNode {
  const [first] = placesOf(useWho());
  return <Navigate to={first?.to ?? '/staff/caseload'} replace />;
}
