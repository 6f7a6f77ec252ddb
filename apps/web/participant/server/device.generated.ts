// Generated from apps/web/participant/server/device.graphql by `npm run generate`; do not edit.

import type { Document } from '../../graphql/document.ts';

/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
/** Keys of a subscription, in base64url. */
export type PushKeysInput = {
  /** 16 bytes. */
  readonly auth: string;
  /** The public key of the device: 65 bytes. */
  readonly p256dh: string;
};

/** What `PushSubscription.toJSON()` of a browser says, without `expirationTime`. */
export type PushSubscriptionInput = {
  /** An https address of a push service. */
  readonly endpoint: string;
  readonly keys: PushKeysInput;
};

export type PhoneCalendarQueryVariables = Exact<{
  participantId: string | number;
}>;

export type PhoneCalendarQuery = { readonly calendarFeed: { readonly since: string } | null };

export type PhoneOpenCalendarMutationVariables = Exact<{
  participantId: string | number;
}>;

export type PhoneOpenCalendarMutation = { readonly openCalendarFeed: { readonly url: string } };

export type PhoneCloseCalendarMutationVariables = Exact<{
  participantId: string | number;
}>;

export type PhoneCloseCalendarMutation = { readonly closeCalendarFeed: boolean };

export type PhonePushKeyQueryVariables = Exact<{ [key: string]: never }>;

export type PhonePushKeyQuery = { readonly pushPublicKey: string };

export type PhoneRegisterPushMutationVariables = Exact<{
  participantId: string | number;
  subscription: PushSubscriptionInput;
}>;

export type PhoneRegisterPushMutation = { readonly registerPushDevice: string | null };

export type PhoneForgetPushMutationVariables = Exact<{
  participantId: string | number;
  deviceId: string | number;
}>;

export type PhoneForgetPushMutation = { readonly forgetPushDevice: boolean };

export const PhoneCalendar: Document<PhoneCalendarQuery, PhoneCalendarQueryVariables> = {
  id: 'c62926f72ad9b9cac6fc62ac8ae0f4ab5b4c269e54efc5ab43ddd36ca9ffb78e',
  name: 'PhoneCalendar',
};

export const PhoneOpenCalendar: Document<PhoneOpenCalendarMutation, PhoneOpenCalendarMutationVariables> = {
  id: 'e77a28323e73b8c372a3f3622ca6e89f79838a7aff438cec7b9e3e0ecffaec96',
  name: 'PhoneOpenCalendar',
};

export const PhoneCloseCalendar: Document<PhoneCloseCalendarMutation, PhoneCloseCalendarMutationVariables> = {
  id: '1809245975abcc5eb7b9568a45f5646077f61a4b7b31b830232adbbf31ea9c56',
  name: 'PhoneCloseCalendar',
};

export const PhonePushKey: Document<PhonePushKeyQuery, PhonePushKeyQueryVariables> = {
  id: 'af92596a8de4da155b6fb82efe41ca80f04c67eb49e754eb4c9243a02526a915',
  name: 'PhonePushKey',
};

export const PhoneRegisterPush: Document<PhoneRegisterPushMutation, PhoneRegisterPushMutationVariables> = {
  id: '98afb2e455261175aa72a10cd7d1df3d56b65bca9637e26762f0f7881991c637',
  name: 'PhoneRegisterPush',
};

export const PhoneForgetPush: Document<PhoneForgetPushMutation, PhoneForgetPushMutationVariables> = {
  id: '7f83df365df61559ddf081cbf8762541616d9c81aca1f59f580684bd6769343e',
  name: 'PhoneForgetPush',
};
