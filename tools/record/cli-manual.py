"""Prints what AWS CLI 2.9.19 says about one of its commands, as JSON: the first sentence of each text.

    python3 cli-manual.py sts get-session-token assume-role

`aws` stands for the options of every command, and the names after it for commands of which only that much is told.
"""
import html
import json
import os
import re
import sys

import awscli
from awscli.clidriver import create_clidriver
from botocore import xform_name

COMMON = {'cli-input-json', 'cli-input-yaml', 'generate-cli-skeleton', 'starting-token', 'page-size', 'max-items'}
ABBREVIATIONS = r'(?<!e\.g)(?<!i\.e)(?<!etc)(?<!vs)(?<!\bU\.S)'


def first_sentence(documentation):
    """HTML of botocore, or reStructuredText of a customization, to plain text; empty where nothing is said."""
    text = re.sub(r'<(?:note|important|caution)>.*?</(?:note|important|caution)>', ' ', documentation or '', flags=re.S)
    text = re.sub(r'<fullname>.*?</fullname>', ' ', text, flags=re.S)
    blocks = (re.sub(r'<[^>]+>', '', part) for part in re.split(r'</(?:p|li)>|<(?:ul|ol)>|\n\s*\n', text))
    for block in blocks:
        plain = re.sub(r'\s+', ' ', html.unescape(block)).replace('``', '').strip()
        # A heading, or a greeting.
        if plain and not re.fullmatch(r'[\w ]+', plain) and not plain.startswith('Welcome to'):
            sentence = re.split(ABBREVIATIONS + r'(?<=[.!?])\)?\s+(?=[A-Z(\["])', plain)[0]
            return sentence
    return ''


def structure_of(shape):
    """The structure inside lists; a map's is marked, since its keys are nobody's names."""
    while shape is not None and shape.type_name == 'list':
        shape = shape.member
    if shape is None:
        return None, None
    if shape.type_name == 'structure':
        return shape.name, shape
    if shape.type_name == 'map':
        name, inner = structure_of(shape.value)
        return '*' + (name or ''), inner
    return None, None


def collect(shape, structures):
    if shape is None or shape.name in structures:
        return
    members = structures[shape.name] = {}
    for name, member in shape.members.items():
        target, inner = structure_of(member)
        text = first_sentence(member.documentation)
        if text or target:
            members[name] = [text, target] if target else text
        collect(inner, structures)


def options_of(arg_table):
    texts = {}
    for name, argument in arg_table.items():
        if name in COMMON or getattr(argument, 'positional_arg', False):
            continue
        if text := first_sentence(argument.documentation):
            texts['--' + name] = text
    return texts


def about(command):
    """Of a command of the CLI's own, or of an operation; some of the CLI's own stand in files."""
    described = getattr(command, 'DESCRIPTION', '') or ''
    if hasattr(described, 'filename'):
        name = described.filename or os.path.join(command.name, '_description.rst')
        with open(os.path.join(awscli.__path__[0], 'examples', name)) as file:
            described = file.read()
    model = getattr(command, '_operation_model', None) or getattr(command, 'service_model', None)
    return first_sentence(described or (model.documentation if model else ''))


def subcommands_of(command):
    return command._get_command_table() if hasattr(command, '_get_command_table') else command.subcommand_table


def waiters_of(wait, wanted):
    """Each with the operation that it calls, whose options it has."""
    called = {name: xform_name(waiter._operation_model.name, '-') for name, waiter in subcommands_of(wait).items()}
    return {
        'wait ' + name: {'about': about(subcommands_of(wait)[name]), 'like': operation}
        for name, operation in called.items() if operation in wanted
    }


def manual_of(command, wanted):
    structures, commands = {}, {}
    table = subcommands_of(command)
    for name in sorted(wanted):
        subcommand = table.get(name)
        if subcommand is None:
            continue
        entry = commands[name] = {'about': about(subcommand), 'options': options_of(subcommand.arg_table)}
        output = getattr(getattr(subcommand, '_operation_model', None), 'output_shape', None)
        if output is not None:
            entry['output'] = output.name
            collect(output, structures)
    if 'wait' in table:
        commands.update(waiters_of(table['wait'], wanted))
    return {'about': about(command), 'commands': commands, 'structures': structures}


def common_manual(driver, wanted):
    texts = options_of(driver.arg_table)
    arguments = subcommands_of(driver.subcommand_table['iam'])['list-users'].arg_table
    for name in sorted(COMMON & set(arguments)):
        texts['--' + name] = first_sentence(arguments[name].documentation)
    commands = {name: {'about': about(driver.subcommand_table[name])} for name in wanted}
    return {'about': '', 'commands': {'': {'about': '', 'options': texts}, **commands}, 'structures': {}}


driver = create_clidriver()
name, *wanted = sys.argv[1:]
manual = common_manual(driver, wanted) if name == 'aws' else manual_of(driver.subcommand_table[name], wanted)
print(json.dumps(manual, ensure_ascii=False))
