"""Read request bodies, with limits."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from aiohttp import BodyPartReader, MultipartReader, web

from voicedesk.practice.body import Body, object_of
from voicedesk.practice.ledger import Ledger
from voicedesk.practice.refusals import too_large, upstream

LARGEST_BODY_BYTES = 96 * 1024 * 1024
LARGEST_FILE_BYTES = 25 * 1024 * 1024
_LARGEST_FIELD_BYTES = 64 * 1024
_MOST_PARTS = 64


@dataclass(frozen=True, slots=True)
class Form:
    """An uploaded file with the fields beside it; a repeated field is joined by commas."""

    file: bytes
    file_name: str
    fields: Mapping[str, str]


async def read_json(request: web.Request, ledger: Ledger) -> Body:
    """Read a JSON object."""
    try:
        raw = await request.read()
    except web.HTTPRequestEntityTooLarge:
        raise too_large(LARGEST_BODY_BYTES) from None
    body = object_of(raw)
    ledger.note(request, json=body)
    return body


async def read_form(request: web.Request, ledger: Ledger) -> Form:
    """Read a multipart form; the file stays in memory."""
    if request.content_type != "multipart/form-data":
        raise upstream("The request must be sent as multipart/form-data.")
    try:
        form = await _form(await request.multipart())
    except ValueError:
        raise upstream("The multipart body could not be read.") from None
    ledger.note(request, form=form.fields)
    return form


async def _form(parts: MultipartReader) -> Form:
    form = Form(b"", "", {})
    for _ in range(_MOST_PARTS):
        part = await parts.next()
        if part is None:
            break
        if isinstance(part, BodyPartReader) and part.name is not None:
            form = await _with_part(form, part, part.name)
    return form


async def _with_part(form: Form, part: BodyPartReader, name: str) -> Form:
    if name == "file":
        return replace(form, file=await _read(part, LARGEST_FILE_BYTES), file_name=part.filename or "")
    value = (await _read(part, _LARGEST_FIELD_BYTES)).decode(errors="replace")
    joined = f"{form.fields[name]},{value}" if name in form.fields else value
    return replace(form, fields={**form.fields, name: joined})


async def _read(part: BodyPartReader, limit_bytes: int) -> bytes:
    """Read to the end even when it is too much, so that the client gets to read the refusal."""
    kept, size = bytearray(), 0
    while chunk := await part.read_chunk():
        size += len(chunk)
        if size <= limit_bytes:
            kept += chunk
        elif size > LARGEST_BODY_BYTES:
            break
    if size > limit_bytes:
        raise upstream(f"Maximum content size limit ({limit_bytes}) exceeded ({size} bytes read)", status=413)
    return bytes(kept)
