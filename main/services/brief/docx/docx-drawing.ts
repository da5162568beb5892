import type { PrintedPicture } from '../../../../app/brief/print/printed-brief.ts';
import type { DocxFile } from './docx-file.ts';
import type { DocxRelationships } from './docx-relationships.ts';
import { xmlAttribute } from './docx-xml.ts';

/** English Metric Units in a CSS pixel (1/96 inch). */
const unitsInPixel = 9_525;
/** Between the margins of an A4 page, less what a caption takes. */
const widest = 5_760_000;
const highest = 7_900_000;

/**
 * A picture in the line, as large as it is or as the page allows: the drawing for programs that know SVG (Microsoft's
 * extension of 2016), the same as PNG for all others.
 */
export function docxDrawing(
  picture: PrintedPicture,
  file: DocxFile,
  relationships: DocxRelationships,
): string {
  const { png, svg } = file.picture(picture);
  const [pngId, svgId] = [relationships.part('image', png), relationships.part('image', svg)];
  const width = Math.max(1, picture.width) * unitsInPixel;
  const height = Math.max(1, picture.height) * unitsInPixel;
  const scale = Math.min(1, widest / width, highest / height);
  const size = `cx="${Math.round(width * scale)}" cy="${Math.round(height * scale)}"`;
  const id = file.drawing();
  const named = `id="${id}" name="Figure ${id}" descr="${xmlAttribute(picture.description)}"`;
  return [
    `<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent ${size}/>`,
    `<wp:docPr ${named}/><wp:cNvGraphicFramePr><a:graphicFrameLocks noChangeAspect="1"/></wp:cNvGraphicFramePr>`,
    '<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic>',
    `<pic:nvPicPr><pic:cNvPr id="${id}" name="Figure ${id}"/><pic:cNvPicPr/></pic:nvPicPr>`,
    `<pic:blipFill><a:blip r:embed="${pngId}"><a:extLst><a:ext uri="{96DAC541-7B7A-43D3-8B79-37D633B846F1}">`,
    `<asvg:svgBlip xmlns:asvg="http://schemas.microsoft.com/office/drawing/2016/SVG/main" r:embed="${svgId}"/>`,
    '</a:ext></a:extLst></a:blip><a:stretch><a:fillRect/></a:stretch></pic:blipFill>',
    `<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext ${size}/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr>`,
    '</pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>',
  ].join('');
}
