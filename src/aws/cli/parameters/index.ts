export { loadFile, loadStream } from './parameter-files.ts';
export { type Member, orderedMembers, type Shape, shapeOf } from './shapes.ts';
export { answerSkeleton, formatSkeleton, withFloats } from './skeleton.ts';
export { toSdkInput } from './to-sdk.ts';
export { isRecord, unpack } from './unpack.ts';
export { validateParameters } from './validate.ts';
