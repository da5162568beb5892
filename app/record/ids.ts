import type { Brand } from '../base/brand.ts';

// Every id is a UUIDv7. The brand says of which kind of record.
export type ProjectId = Brand<string, 'ProjectId'>;
export type ArticleId = Brand<string, 'ArticleId'>;
export type RevisionId = Brand<string, 'RevisionId'>;
export type AnnotationId = Brand<string, 'AnnotationId'>;
export type TagId = Brand<string, 'TagId'>;
export type LinkTypeId = Brand<string, 'LinkTypeId'>;
export type LinkId = Brand<string, 'LinkId'>;
export type SpeakerId = Brand<string, 'SpeakerId'>;
export type ClaimId = Brand<string, 'ClaimId'>;
export type EvidenceId = Brand<string, 'EvidenceId'>;
export type SilenceId = Brand<string, 'SilenceId'>;
export type DecisionId = Brand<string, 'DecisionId'>;
export type BriefId = Brand<string, 'BriefId'>;
export type BriefPartId = Brand<string, 'BriefPartId'>;
export type PictureId = Brand<string, 'PictureId'>;
export type CitationStyleId = Brand<string, 'CitationStyleId'>;
export type SavedSearchId = Brand<string, 'SavedSearchId'>;
export type SettingId = Brand<string, 'SettingId'>;
export type ChangeId = Brand<string, 'ChangeId'>;
