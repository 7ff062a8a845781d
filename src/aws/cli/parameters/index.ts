export { loadFile, loadStream } from './files.ts';
export { type Member, orderedMembers, type Shape, shapeOf } from './shapes.ts';
export { answerSkeleton, formatSkeleton, withFloats } from './skeleton.ts';
export { toSdkInput } from './to-sdk.ts';
export { isRecord, unpack } from './unpack.ts';
export { validate } from './validate.ts';
