"""Prints what AWS CLI 2.9.19 gives for --generate-cli-skeleton input and output of every operation of a service.

    npm run record -- skeletons sts

A line each: the operation, and the beginnings of the SHA-256 of both texts. A text whose sample breaks the limits of
the model is the error that the CLI prints in its place.
"""
import hashlib
import json
import sys

import awscli.clidriver  # makes its own botocore importable
from botocore.session import Session
from botocore.utils import ArgumentGenerator
from botocore.validate import validate_parameters
from awscli.utils import json_encoder


def hashed(text):
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def answer(shape):
    if shape is None:
        return ''
    sample = ArgumentGenerator(use_member_names=True).generate_skeleton(shape)
    try:
        validate_parameters(sample, shape)
    except Exception as error:
        return str(error)
    return json.dumps(sample, indent=4, default=json_encoder, ensure_ascii=False) + '\n' if sample else ''


def parameters(shape):
    sample = ArgumentGenerator().generate_skeleton(shape) if shape else {}
    return json.dumps(sample, indent=4, default=json_encoder) + '\n'


service = Session().get_service_model(sys.argv[1])
for name in sorted(service.operation_names):
    model = service.operation_model(name)
    if '--text' in sys.argv:
        print(name, parameters(model.input_shape), answer(model.output_shape))
    else:
        print(name, hashed(parameters(model.input_shape)), hashed(answer(model.output_shape)))
