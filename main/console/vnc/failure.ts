/**
 * Why a display let nobody in. `refused`: the password or user is wrong; `cancelled`: the user gave none; `closed` and
 * `silent`: trying again may help; `garbage`: it does not speak VNC; `unsupported`: it wants what cannot be given;
 * `certificate`: it cannot be told whether it is the right one.
 */
export type VncFailureKind =
  | 'refused'
  | 'cancelled'
  | 'closed'
  | 'silent'
  | 'garbage'
  | 'unsupported'
  | 'certificate';

/** A failed handshake. The message goes on after "The VNC server ". */
export class VncFailure extends Error {
  readonly kind: VncFailureKind;
  readonly hint: string | undefined;

  constructor(kind: VncFailureKind, message: string, hint?: string) {
    super(message);
    this.name = 'VncFailure';
    this.kind = kind;
    this.hint = hint;
  }
}
