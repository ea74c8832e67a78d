import type {Calibration, ShiftCalibration, TwoParameterCalibration} from "./calibration.js";

/** One calibration that does what `first` and then `second` do. Throws on an isotonic one, of which nothing so simple comes. */
export function composed(
  first: Calibration,
  second: ShiftCalibration | TwoParameterCalibration
): TwoParameterCalibration {
  if (first.kind === "isotonic") throw new RangeError("an isotonic calibration cannot be followed by another");
  const [b, c] = [first.kind === "shift" ? 1 : first.b, second.kind === "shift" ? 1 : second.b];
  return {kind: "two_parameter", a: second.a + c * first.a, b: b * c};
}
